/** Where a calendar is read, for whoever knows the tag: 43 characters that nobody guesses. */
export const feedAddress = (origin: string, tag: string) => `${origin}/calendar/${tag}.ics`

/** The tag in a path of the host; undefined where it can be none. */
export const tagIn = (path: string): string | undefined => /^\/calendar\/([A-Za-z0-9_-]{43})\.ics$/.exec(path)?.[1]
