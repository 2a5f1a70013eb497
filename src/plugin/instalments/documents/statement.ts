import type { PdfBlock, PdfDocument } from '../../kernel/pdf'
import type { PaymentFacts } from './facts'
import type { ScheduleMaking } from './schedule'

import { formatRupiah } from '../../kernel/money'
import {
  formatDay,
  formatDayShort,
  formatInstantShort,
  startOfWibDay,
  wibDayOf,
} from '../../kernel/time'
import { formatOrDash, LINE_WORDS, nameDebt } from './names'
import { buildPage, factsBlock, type Making } from './page'
import { buildStatement, type StatementLine } from './rules/statement'
import { summaryOf } from './schedule'
import { DOCUMENT_WORDS, type DocumentWords } from './words'

/** What people call the way by which money came. */
export const nameWay = (payment: PaymentFacts, { locale, nameChannel }: Making): null | string =>
  payment.method === 'transfer'
    ? DOCUMENT_WORDS[locale].transfer
    : payment.channel && nameChannel(payment.channel)

/** When money came: of a transfer only the day is known. */
export const sayWhen = (payment: PaymentFacts, { locale }: Pick<Making, 'locale'>): string => {
  const at = new Date(payment.paidAt ?? 0)
  return payment.method === 'transfer'
    ? formatDayShort(wibDayOf(at), locale)
    : formatInstantShort(at, locale)
}

type Written = { making: Making; words: DocumentWords }

const isIncoming = ({ money, payment }: StatementLine): boolean => money > 0 && payment !== null

const nameLine = (line: StatementLine, { making }: Written): string => {
  const word = LINE_WORDS[line.kind as keyof typeof LINE_WORDS][making.locale]
  const way = line.payment && isIncoming(line) ? nameWay(line.payment, making) : null
  return way ? `${word} · ${way}` : word
}

const describe = (line: StatementLine, written: Written): string => {
  const { making, words } = written
  const { locale } = making
  const money = (amount: number): string => formatRupiah(amount, locale)
  const paidFor = line.allocations.map(
    ({ amount, debt }) => `${nameDebt(debt, locale)} ${money(amount)}`,
  )
  return [
    nameLine(line, written),
    ...(line.payment ? [line.payment.merchantOrderId] : []),
    ...(paidFor.length > 0 ? [`${words.paidFor}: ${paidFor.join(', ')}`] : []),
    ...(line.aside > 0 ? [words.aside(money(line.money), money(line.aside))] : []),
    ...(line.money < 0 ? [money(-line.money)] : []),
  ].join('\n')
}

const rowOf = (line: StatementLine, written: Written): string[] => {
  const { locale } = written.making
  return [
    line.payment && isIncoming(line)
      ? sayWhen(line.payment, written.making)
      : formatInstantShort(new Date(line.at), locale),
    describe(line, written),
    formatOrDash(Math.max(0, line.change), locale),
    formatOrDash(Math.max(0, -line.change), locale),
    formatRupiah(line.balance, locale),
  ]
}

const tableOf = (written: Written): PdfBlock => {
  const { making, words } = written
  return {
    columns: [
      { head: words.time, width: 19 },
      { head: words.description, width: 42 },
      { align: 'right', head: words.charged, width: 17 },
      { align: 'right', head: words.credited, width: 17 },
      { align: 'right', head: words.balance, width: 17 },
    ],
    kind: 'table',
    rows: buildStatement(making.account).map((line) => rowOf(line, written)),
  }
}

/** Everything that was charged and paid under a contract, with what was owed after each step. */
export const buildStatementDocument = (making: ScheduleMaking): PdfDocument => {
  const { account, locale, today } = making
  const blocks = (words: DocumentWords): PdfBlock[] => [
    factsBlock([
      [words.order, account.number],
      [words.product, account.title],
      [words.customer, account.customerName],
      [words.asOf, formatDay(today, locale)],
    ]),
    { kind: 'heading', level: 2, text: words.summary },
    summaryOf(making, words),
    { kind: 'heading', level: 2, text: words.account },
    tableOf({ making, words }),
    { kind: 'paragraph', text: words.made, tone: 'muted' },
  ]
  return buildPage(making, {
    blocks,
    createdAt: startOfWibDay(today),
    subtitle: `${account.number} · ${formatDay(today, locale)}`,
    title: DOCUMENT_WORDS[locale].statement,
  })
}
