import type { Locale } from '../../../kernel/errors'

import { auditWordsEn } from './en'
import { auditWordsId } from './id'

/** The words of the audit sheet that are always the same. */
export type AuditWords = typeof auditWordsId

/** Them in each language. */
export const AUDIT_WORDS: Record<Locale, AuditWords> = { en: auditWordsEn, id: auditWordsId }
