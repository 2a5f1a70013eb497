/** The two languages every customer-facing text exists in; Indonesian comes first. */
export type Locale = 'id' | 'en'

/** One sentence in both languages. */
export type Labels = { id: string; en: string }
