/** The topic on which a meeting's walls listen. */
export const wallTopic = (orgId: string, meetingId: string) => `${orgId}/${meetingId}`
