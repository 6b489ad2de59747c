import { cpus } from 'node:os'

/** The value below which `share` (0–1) of the ascending `sorted` lies. */
export const quantile = (sorted: ArrayLike<number>, share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const ascending = (values: number[]) => [...values].sort((a, b) => a - b)

export const median = (values: number[]) => quantile(ascending(values), 0.5)

/** `1.52 (1.40–1.61)`: the median and the range of all rounds. */
export function spread(values: number[], digits: number): string {
  const show = (value: number) => value.toFixed(digits)
  return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`
}

/** The facts without which a number means nothing. */
export const machineFacts = () =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${process.platform}, Node ${process.versions.node}`
