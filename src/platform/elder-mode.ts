import { storedState } from './stored-state'

/** 适老化: larger text and targets, stronger contrast. `ui/screen.tsx` shows it; the tab bar of H5 follows the body. */
export const elderMode = storedState<boolean>('elder', false)
