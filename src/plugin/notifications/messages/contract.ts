import type { Locale } from '../../kernel/errors'
import type { ArrearsParams, ContractParams } from './arrearsParams'
import type { MessageContent, MessageTemplate } from './content'

import { cleanHeaderText } from '../mail/headers'
import { dayIn, describeBuyer, greet, money } from './phrases'

type Facts = MessageContent['facts']

/** What one message about a contract says in one language. */
export type ContractText = {
  /** Label of the amount and its rupiah. */
  amount: readonly [label: string, value: number]
  button: string
  heading: string
  intro: string
  notes: readonly string[]
  subject: string
}

/** How a message about a contract is built from its texts. */
export type ContractWords<P extends ContractParams> = {
  /** The WIB day that it is about, 'YYYY-MM-DD'. */
  dayOf?: (params: P) => string
  /** Rows that come before those of the contract; a chat shows the first three. */
  factsOf?: (params: P, locale: Locale) => Facts
  /** Rows that say nothing beside its amount. */
  hides?: readonly ('left' | 'total')[]
  isClaim?: boolean
  isForStaff?: boolean
  texts: Record<Locale, (params: P) => ContractText>
  tone: MessageContent['tone']
  /** Where the button leads to; the page of the order, unless said. */
  urlOf?: (params: P) => string
  /** What people have written, quoted above the button. */
  wordsOf?: (params: P) => string
}

const FACTS = {
  en: {
    buyer: 'Customer',
    email: 'E-mail',
    fees: 'Late fees included',
    left: 'Left of the contract',
    number: 'Order number',
    phone: 'WhatsApp',
    product: 'Product',
    since: 'Overdue since',
    suspendOn: 'Suspension possible from',
    total: 'Contract total',
  },
  id: {
    buyer: 'Pelanggan',
    email: 'Email',
    fees: 'Termasuk denda',
    left: 'Sisa kontrak',
    number: 'Nomor pesanan',
    phone: 'WhatsApp',
    product: 'Produk',
    since: 'Menunggak sejak',
    suspendOn: 'Dapat ditangguhkan mulai',
    total: 'Total kontrak',
  },
}

const LONGEST_TITLE = 60

/** The product as it stands within a sentence; cut where it would make a letter of a line. */
export const titleOf = ({ title }: Pick<ContractParams, 'title'>): string =>
  cleanHeaderText(title, LONGEST_TITLE)

/** '3 hari', '1 day'. */
export const daysIn = (days: number, locale: Locale): string =>
  locale === 'id' ? `${days} hari` : `${days} ${days === 1 ? 'day' : 'days'}`

/** Since when, until when, and how much of it is late fees. */
export const describeArrears = (params: ArrearsParams, locale: Locale): Facts => {
  const { daysLate, fees, since, suspendOn } = params
  const label = FACTS[locale]
  return [
    { label: label.since, value: `${dayIn(since, locale)} (${daysIn(daysLate, locale)})` },
    ...(suspendOn ? [{ label: label.suspendOn, value: dayIn(suspendOn, locale) }] : []),
    ...(fees > 0 ? [{ label: label.fees, value: money({ amount: fees, locale }) }] : []),
  ]
}

const describeContract = (
  params: ContractParams,
  { hides, locale }: { hides: readonly ('left' | 'total')[]; locale: Locale },
): Facts => {
  const label = FACTS[locale]
  return [
    { label: label.number, value: params.orderNumber },
    { label: label.product, value: cleanHeaderText(params.title, 120) },
    ...(['left', 'total'] as const)
      .filter((row) => !hides.includes(row))
      .map((row) => ({ label: label[row], value: money({ amount: params[row], locale }) })),
  ]
}

const quote = (words: string): Pick<MessageContent, 'body'> =>
  words.trim() === '' ? {} : { body: [{ kind: 'quote', text: words.trim() }] }

/** A message about an order in instalments, from its words. */
export const writeContract =
  <P extends ContractParams>(words: ContractWords<P>): MessageTemplate<P> =>
  ({ locale, params }) => {
    const { dayOf, factsOf, hides = [], isClaim = false, isForStaff = false, tone } = words
    const text = words.texts[locale](params)
    const [label, value] = text.amount
    const amount = { label, value: money({ amount: value, locale }) }
    return {
      ...quote(words.wordsOf?.(params) ?? ''),
      amount,
      button: { label: text.button, url: words.urlOf?.(params) ?? params.orderUrl },
      ...(dayOf ? { day: dayIn(dayOf(params), locale) } : {}),
      facts: [
        ...(factsOf?.(params, locale) ?? []),
        ...describeContract(params, { hides, locale }),
        ...(isForStaff ? describeBuyer(params, FACTS[locale]) : []),
      ],
      ...(isForStaff ? {} : { greeting: greet({ locale, name: params.customerName }) }),
      heading: text.heading,
      intro: text.intro,
      isClaim,
      items: [],
      notes: text.notes,
      preheader: `${amount.label}: ${amount.value}`,
      reference: params.orderNumber,
      subject: text.subject,
      tone,
    }
  }
