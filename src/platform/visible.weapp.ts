/** WeChat tells a page that it was hidden; what is not hidden can be seen. */
export const isVisible = () => true
