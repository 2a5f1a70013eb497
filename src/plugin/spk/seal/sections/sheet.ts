import type { Locale } from '../../../kernel/errors'
import type { PdfBlock } from '../../../kernel/pdf'
import type { AuditFacts } from '../audit'
import type { AuditWords } from '../words'

/** What a section of the sheet is written from. */
export type Sheet = { facts: AuditFacts; locale: Locale; words: AuditWords }

/** The heading of a section. */
export const heading = (text: string): PdfBlock => ({ kind: 'heading', level: 2, text })

/** What helps to read a section. */
export const note = (text: string): PdfBlock => ({ kind: 'paragraph', text, tone: 'muted' })

const HALF = 32

/** A SHA-256 in two even lines: one letter alone in the second is overlooked when somebody compares. */
export const writeHash = (hash: string): string => `${hash.slice(0, HALF)}\n${hash.slice(HALF)}`
