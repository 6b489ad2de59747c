import type { Standing } from '../../cloudfunctions/organisation/contract'

/** 三亮 is for full and probationary members; the others look. */
export const showsThemselves = (standing: Standing) => standing === 'full' || standing === 'probationary'
