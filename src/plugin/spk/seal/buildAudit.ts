import type { Locale } from '../../kernel/errors'
import type { PdfBlock, PdfDocument } from '../../kernel/pdf'
import type { AuditFacts } from './audit'
import type { PackageAttachment } from './attach'

import { formatInstant } from '../../kernel/time'
import { hideNikIn } from './hideNik'
import {
  buildChecklist,
  buildDecision,
  buildEvents,
  buildFiles,
  buildFindings,
  buildMeterai,
  buildSealNote,
  buildSummary,
  heading,
  note,
  type Sheet,
} from './sections'
import { AUDIT_WORDS } from './words'

/** What the sheet is drawn from. */
export type AuditMaking = {
  at: Date
  attachments: readonly PackageAttachment[]
  audit: AuditFacts
  locale: Locale
  title: string
}

const buildAttached = ({ words }: Sheet, attachments: AuditMaking['attachments']): PdfBlock[] => [
  heading(words.attachments),
  note(words.attached),
  { kind: 'facts', rows: attachments.map(({ description, name }) => [description, name]) },
]

/** The sheet behind the scanned pages: who did what when, what was seen, who decided, who sealed. */
export const buildAudit = (making: AuditMaking): PdfDocument => {
  const { at, attachments, audit, locale, title } = making
  const words = AUDIT_WORDS[locale]
  const sheet: Sheet = { facts: hideNikIn(audit), locale, words }
  return {
    author: audit.provider,
    blocks: [
      {
        kicker: words.kicker,
        kind: 'cover',
        subtitle: words.made(formatInstant(at, locale)),
        title: `${words.title} ${audit.number}`,
      },
      ...buildSummary(sheet),
      ...buildFiles(sheet),
      ...buildAttached(sheet, attachments),
      ...buildMeterai(sheet),
      ...buildFindings(sheet),
      ...buildChecklist(sheet),
      ...buildDecision(sheet),
      ...buildEvents(sheet),
      ...buildSealNote(sheet),
    ],
    createdAt: at,
    footer: audit.number,
    language: locale === 'en' ? 'en-GB' : 'id-ID',
    pageLabel: words.page,
    title,
  }
}
