/** The fields of the scope form, by the names that it uses, in the order of the page. */
export const scopeFields = [
  'domain',
  'hosts',
  'outOfScope',
  'allowedTimes',
  'emergencyContact',
  'technology',
  'testAccount',
  'signerName',
  'signerPosition',
  'signerCapacity',
  'authorised',
] as const

/** One field of the scope form. */
export type ScopeField = (typeof scopeFields)[number]

/** What the form shows after a refused attempt; sent to the browser, so plain data only. */
export type ScopeState = {
  errors: Partial<Record<ScopeField, string>>
  /** A message that belongs to no field. */
  general?: string
  values: Partial<Record<ScopeField, string>>
}
