import type { Locale } from '../../kernel/errors'
import type { MessageContent, MessageTemplate } from './content'
import type { SpkParams } from './spkParams'

import { formatInstant } from '../../kernel/time'
import { cleanHeaderText } from '../mail/headers'
import { greet } from './phrases'

const FACTS = {
  en: {
    customer: 'Customer',
    number: 'SPK number',
    orderNumber: 'Order number',
    product: 'Product',
    until: 'Please by',
  },
  id: {
    customer: 'Pelanggan',
    number: 'Nomor SPK',
    orderNumber: 'Nomor pesanan',
    product: 'Produk',
    until: 'Batas waktu',
  },
}

/** What a message about an agreement says in one language. */
export type SpkWords = {
  button: string
  heading: string
  intro: (title: string) => string
  notes: readonly string[]
  subject: (number: string) => string
}

type Manner = {
  /** Whether the day by which the customer has to act stands in it. */
  isDated?: boolean
  isForStaff?: boolean
  tone?: MessageContent['tone']
}

const untilOf = ({ until }: SpkParams, { isDated = false }: Manner, locale: Locale): string =>
  isDated && until ? formatInstant(new Date(until), locale) : ''

const factsOf = (params: SpkParams, manner: Manner, locale: Locale): MessageContent['facts'] => {
  const label = FACTS[locale]
  const until = untilOf(params, manner, locale)
  const rows = [
    { label: label.number, value: cleanHeaderText(params.number) },
    { label: label.until, value: until },
    { label: label.orderNumber, value: params.orderNumber },
    { label: label.customer, value: manner.isForStaff ? cleanHeaderText(params.customerName) : '' },
    { label: label.product, value: cleanHeaderText(params.title, 120) },
  ]
  return rows.filter(({ value }) => value !== '')
}

const dayOf = (until: string): Pick<MessageContent, 'day'> => (until ? { day: until } : {})

/** A message about an agreement, from its words. */
export const writeSpk =
  (words: Record<Locale, SpkWords>, manner: Manner = {}): MessageTemplate<SpkParams> =>
  ({ locale, params }) => {
    const text = words[locale]
    const { customerName, note, orderNumber, title, url } = params
    const { isForStaff = false, tone = 'brand' } = manner
    const intro = text.intro(cleanHeaderText(title, 60))
    const quoted = note.trim()
    return {
      ...(quoted ? { body: [{ kind: 'quote' as const, text: quoted }] } : {}),
      button: { label: text.button, url },
      ...dayOf(untilOf(params, manner, locale)),
      facts: factsOf(params, manner, locale),
      ...(isForStaff ? {} : { greeting: greet({ locale, name: customerName }) }),
      heading: text.heading,
      intro,
      items: [],
      notes: text.notes,
      preheader: intro,
      reference: orderNumber,
      subject: text.subject(orderNumber),
      tone,
    }
  }
