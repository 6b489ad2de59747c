import type { FileType } from '../kernel/contract'
import type { MaterialKind } from './contract'

/** Whether such a file can be the material: a video is a video, a file is one to be read or looked at. */
export const fitsKind = (kind: MaterialKind, type: FileType): boolean => (kind === 'video') === (type === 'mp4')
