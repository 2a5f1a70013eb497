import type { PdfBlock, PdfDocument } from '../../kernel/pdf'
import type { ReceiptFacts } from './rules/statement'

import { formatRupiah, rupiah, terbilang } from '../../kernel/money'
import { formatDay, formatDayShort, formatInstant, wibDay, wibDayOf } from '../../kernel/time'
import { nameDebt } from './names'
import { buildPage, factsBlock, type Making } from './page'
import { isStampWorthy } from './rules/stamp'
import { nameWay } from './statement'
import { DOCUMENT_WORDS, type DocumentWords } from './words'

type Written = { making: Making; receipt: ReceiptFacts; words: DocumentWords }

const BANK = 'bank:'

const referenceOf = ({ receipt }: Written): null | string => {
  const { reference } = receipt.payment
  return reference?.startsWith(BANK) ? reference.slice(BANK.length) : reference
}

/** Of a transfer only the day is known. */
const timeOf = ({ making, receipt }: Written): string => {
  const { method, paidAt } = receipt.payment
  const at = new Date(paidAt ?? 0)
  return method === 'transfer'
    ? formatDay(wibDayOf(at), making.locale)
    : formatInstant(at, making.locale)
}

const sayWords = (amount: number): string => {
  const words = terbilang(rupiah(amount))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const headOf = (written: Written): PdfBlock[] => {
  const { making, receipt, words } = written
  const { account, locale } = making
  const { merchantOrderId, received } = receipt.payment
  return [
    { kind: 'heading', level: 1, text: formatRupiah(received, locale) },
    { kind: 'paragraph', text: `${words.inWords}: ${sayWords(received)}` },
    factsBlock([
      [words.receiptNumber, merchantOrderId],
      [words.time, timeOf(written)],
      [words.channel, nameWay(receipt.payment, making)],
      [words.reference, referenceOf(written)],
      [words.name, account.customerName],
      [words.order, account.number],
      [words.product, account.title],
    ]),
  ]
}

const paidForOf = ({ making, receipt, words }: Written): PdfBlock[] => {
  const { locale } = making
  const rows = receipt.allocations.map(({ amount, debt }) => [
    nameDebt(debt, locale),
    formatDayShort(wibDay(debt.dueOn), locale),
    formatRupiah(debt.amount, locale),
    formatRupiah(amount, locale),
  ])
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text: words.paidFor },
        {
          columns: [
            { head: words.description, width: 34 },
            { head: words.dueOn, width: 22 },
            { align: 'right', head: words.amount, width: 22 },
            { align: 'right', head: words.paid, width: 22 },
          ],
          kind: 'table',
          rows,
        },
      ]
}

const sumsOf = ({ making, receipt, words }: Written): PdfBlock => {
  const { balance, excess, payment } = receipt
  const { elsewhere, forgiven, returned, returnedAt } = payment
  const { locale } = making
  const unlessNone = (amount: number): null | string =>
    amount > 0 ? formatRupiah(amount, locale) : null
  const back =
    returned > 0
      ? `${formatRupiah(returned, locale)} · ${formatInstant(new Date(returnedAt ?? 0), locale)}`
      : null
  return factsBlock([
    [words.forgiven, unlessNone(forgiven)],
    [words.excess, excess > 0 ? words.apart(formatRupiah(excess, locale)) : null],
    [words.elsewhere, unlessNone(elsewhere)],
    [words.returned, back],
    [words.balanceAfter, formatRupiah(balance, locale)],
  ])
}

const isReturned = ({ payment }: ReceiptFacts): boolean => payment.returned >= payment.received

const notesOf = ({ receipt, words }: Written): PdfBlock[] => {
  const { received, returned } = receipt.payment
  const notes = [
    ...(returned > 0 ? [isReturned(receipt) ? words.returnedAll : words.returnedPart] : []),
    ...(isStampWorthy(received) ? [words.stampHint] : []),
    words.made,
  ]
  return notes.map((text) => ({ kind: 'paragraph', text, tone: 'muted' }))
}

/** The receipt of one payment. When money has gone back, it says so across the page. */
export const buildReceiptDocument = (making: Making, receipt: ReceiptFacts): PdfDocument => {
  const { locale } = making
  const { merchantOrderId, paidAt, returnedAt } = receipt.payment
  const { receipt: title, watermark } = DOCUMENT_WORDS[locale]
  return buildPage(making, {
    blocks: (words) => {
      const written = { making, receipt, words }
      return [...headOf(written), ...paidForOf(written), sumsOf(written), ...notesOf(written)]
    },
    createdAt: new Date(returnedAt ?? paidAt ?? 0),
    subtitle: merchantOrderId,
    title,
    ...(isReturned(receipt) ? { watermark } : {}),
  })
}
