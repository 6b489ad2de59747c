/** WeChat shows a mini-program as wide as a phone, on a computer as well. */
export const useWideScreen = () => false
