/** What the form for more time shows after a refusal; sent to the browser, so plain data only. */
export type ChanceState = {
  errors: Partial<Record<'until' | 'wish', string>>
  /** A message that belongs to no field. */
  general?: string
  values: { until?: string; wish?: string }
}

/** A form nobody has sent yet. */
export const emptyChance: ChanceState = { errors: {}, values: {} }
