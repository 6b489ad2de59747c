import { storedState } from './stored-state'

/** 适老化: larger text and targets, stronger contrast. */
export const elderMode = storedState<boolean>('elder', false)
