/** The fields of the report form, by the names that it uses. */
export const reportFields = [
  'what',
  'text',
  'screenshots',
  'order',
  'name',
  'email',
  'contact',
  'phone',
  'homepage',
] as const

/** One field of the report form. */
export type ReportField = (typeof reportFields)[number]

/** What the form shows after a refused attempt; sent to the browser, so plain data only. */
export type ReportState = {
  errors: Partial<Record<ReportField, string>>
  /** A message that belongs to no field. */
  general?: string
  /** What was typed; chosen pictures cannot be kept. */
  values: Partial<Record<ReportField, string>>
}

/** A form nobody has sent yet. */
export const emptyReport: ReportState = { errors: {}, values: {} }

/** What is known of whoever reports, so that nothing is asked twice. */
export type KnownReporter = Partial<Record<'email' | 'name' | 'phone', string>>
