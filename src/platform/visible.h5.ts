/** Whether the page can be seen now: not behind another tab, nor with the screen locked. */
export const isVisible = () => document.visibilityState === 'visible'
