/** What became of a part of a list: in sight or not, and how high it is, in CSS pixels. */
export interface Sight {
  id: string
  inSight: boolean
  height: number
}
