/**
 * A decimal in at most six characters, for a place as narrow as a bar of a chart: 12.5, 1234, 1.2万, 123万, 1.5亿.
 * Rounded, so the exact number stands somewhere else.
 */
export function shortNumber(decimal: string): string {
  const value = Number(decimal)
  // What would be rounded up to 10000 is a 万 already.
  if (value < 9_999.5) return rounded(value)
  if (value < 99_995_000) return `${rounded(value / 10_000)}万`
  return `${rounded(value / 100_000_000)}亿`
}

/** One place behind the point as long as there is room for it. */
const rounded = (value: number) => (value < 99.95 ? `${Number(value.toFixed(1))}` : value.toFixed(0))
