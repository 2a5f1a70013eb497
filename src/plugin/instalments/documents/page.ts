import type { Locale } from '../../kernel/errors'
import type { PdfBlock, PdfDocument } from '../../kernel/pdf'
import type { AccountFacts } from './facts'

import { DOCUMENT_WORDS, type DocumentWords } from './words'

/** What every document of an order is made with. */
export type Making = {
  account: AccountFacts
  locale: Locale
  /** What people call a channel of the gateway. */
  nameChannel: (code: string) => string
  shopName: string
}

type Facts = Extract<PdfBlock, { kind: 'facts' }>['rows']

/** Names and values side by side; what has no value is left out. */
export const factsBlock = (
  rows: readonly (readonly [label: string, value: null | string])[],
): PdfBlock => ({
  kind: 'facts',
  rows: rows.filter((row): row is Facts[number] => row[1] !== null),
})

/** A document of an order: its head, what stands in it, and its feet. */
export const buildPage = (
  { account, locale, shopName }: Making,
  page: {
    blocks: (words: DocumentWords) => readonly PdfBlock[]
    createdAt: Date
    subtitle: string
    title: string
    watermark?: string | undefined
  },
): PdfDocument => {
  const words = DOCUMENT_WORDS[locale]
  const { createdAt, subtitle, title, watermark } = page
  return {
    author: shopName,
    blocks: [
      { kicker: shopName.toUpperCase(), kind: 'cover', subtitle, title },
      ...page.blocks(words),
    ],
    createdAt,
    footer: `${account.number} · ${shopName}`,
    language: locale === 'en' ? 'en-GB' : 'id-ID',
    pageLabel: words.page,
    title: `${title} · ${account.number}`,
    ...(watermark ? { watermark } : {}),
  }
}
