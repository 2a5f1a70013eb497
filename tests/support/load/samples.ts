/** Durations in milliseconds. */
export type Samples = readonly number[]

/** The value below which the share `part` (0…1) of the samples lies; NaN of none. */
export const percentile = (samples: Samples, part: number): number => {
  const sorted = [...samples].sort((a, b) => a - b)
  const index = Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))
  return sorted[index] ?? Number.NaN
}

/** The middle one. */
export const median = (samples: Samples): number => percentile(samples, 0.5)
