import type { PdfBlock, PdfDocument } from '../../kernel/pdf'
import type { PublicContract } from '../contracts/publicContract'

import { formatRupiah } from '../../kernel/money'
import { formatDay, formatDayShort, startOfWibDay, wibDay, type WibDay } from '../../kernel/time'
import { formatOrDash, nameDebt, sayLine, sayStatus } from './names'
import { buildPage, factsBlock, type Making } from './page'
import { buildScheduleTable, type ScheduleLine, type ScheduleTable } from './rules/schedule'
import { sayTerms } from './terms'
import { DOCUMENT_WORDS, type DocumentWords } from './words'

/** A schedule about to be written: the contract as it stands on a WIB day. */
export type ScheduleMaking = { contract: PublicContract; today: WibDay } & Making

type Written = { making: ScheduleMaking; words: DocumentWords }

const aboutOf = ({ making, words }: Written): PdfBlock => {
  const { account, contract, locale, today } = making
  return factsBlock([
    [words.order, account.number],
    [words.product, account.title],
    [words.customer, account.customerName],
    [words.orderedOn, formatDay(wibDay(contract.startedOn), locale)],
    [words.asOf, formatDay(today, locale)],
  ])
}

const sayDifference = ({ making, words }: Written): string => {
  const { contract, locale } = making
  const difference = contract.standing.total - contract.cashPrice
  return difference === 0 ? words.cashSame : formatRupiah(difference, locale)
}

const sayPayoff = ({ making, words }: Written): string => {
  const { contract, locale } = making
  const { amount, rebate } = contract.payoff
  const asked = formatRupiah(amount, locale)
  return rebate > 0 ? words.payoffRebate(asked, formatRupiah(rebate, locale)) : asked
}

/** Where the contract stands today; statement and schedule say it in the same words. */
export const summaryOf = (making: ScheduleMaking, words: DocumentWords): PdfBlock => {
  const { contract, locale } = making
  const { arrears, count, fees, left, next, paid, paidCount } = contract.standing
  const money = (amount: number): string => formatRupiah(amount, locale)
  const late = arrears && sayStatus({ daysLate: arrears.daysLate, status: 'late' }, locale)
  return factsBlock([
    [words.status, words.paidOut(paidCount, count)],
    [words.paid, money(paid)],
    [words.left, money(left)],
    [
      words.next,
      next && `${money(next.left)} · ${words.dueOn} ${formatDay(wibDay(next.dueOn), locale)}`,
    ],
    [words.arrears, arrears ? `${money(arrears.principal)} · ${late}` : words.none],
    [words.fees, fees > 0 ? money(fees) : null],
    [words.payoff, left + fees > 0 ? sayPayoff({ making, words }) : null],
  ])
}

const priceOf = (written: Written): PdfBlock => {
  const { making, words } = written
  const { contract, locale } = making
  const { cashPrice, markup, setupFee, standing } = contract
  const money = (amount: number): string => formatRupiah(amount, locale)
  return factsBlock([
    [words.cashPrice, money(cashPrice)],
    [words.markup, markup > 0 ? money(markup) : null],
    [words.setupFee, setupFee > 0 ? money(setupFee) : null],
    [words.totalPrice, money(standing.total)],
    [words.difference, sayDifference(written)],
  ])
}

const numberOf = (line: ScheduleLine, { making }: Written): string =>
  line.kind === 'instalment'
    ? String(line.seq)
    : `${line.seq} ${nameDebt({ ...line, lateFor: null }, making.locale)}`

const rowOf = (line: ScheduleLine, written: Written): string[] => {
  const { locale } = written.making
  const { amount, dueOn, fee, paid, paidOn } = line
  return [
    numberOf(line, written),
    formatDayShort(wibDay(dueOn), locale),
    formatRupiah(amount, locale),
    formatOrDash(fee, locale),
    formatOrDash(paid, locale),
    paidOn ? formatDayShort(wibDay(paidOn), locale) : '–',
    sayLine(line, locale),
  ]
}

const tableOf = (written: Written, lines: readonly ScheduleLine[], foot: string[][]): PdfBlock => {
  const { words } = written
  return {
    columns: [
      { head: words.number, width: 14 },
      { head: words.dueOn, width: 17 },
      { align: 'right', head: words.amount, width: 18 },
      { align: 'right', head: words.fee, width: 15 },
      { align: 'right', head: words.paid, width: 18 },
      { head: words.paidOn, width: 17 },
      { head: words.status, width: 22 },
    ],
    kind: 'table',
    rows: [...lines.map((line) => rowOf(line, written)), ...foot],
  }
}

const footOf = ({ making, words }: Written, { totals }: ScheduleTable): string[] => {
  const { locale } = making
  const money = (amount: number): string => formatOrDash(amount, locale)
  const { amount, fee, paid } = totals
  return ['', words.total, money(amount), money(fee), money(paid), '', '']
}

/** The schedule of a contract as a document. */
export const buildScheduleDocument = (making: ScheduleMaking): PdfDocument => {
  const { account, contract, locale, today } = making
  const table = buildScheduleTable(contract.standing)
  const blocks = (words: DocumentWords): PdfBlock[] => {
    const written = { making, words }
    return [
      aboutOf(written),
      { kind: 'heading', level: 2, text: words.summary },
      priceOf(written),
      summaryOf(making, words),
      { kind: 'heading', level: 2, text: words.schedule },
      tableOf(written, table.lines, [footOf(written, table)]),
      ...(table.replaced.length > 0
        ? [
            { kind: 'heading' as const, level: 2 as const, text: words.replaced },
            tableOf(written, table.replaced, []),
          ]
        : []),
      { kind: 'heading', level: 2, text: words.terms },
      factsBlock(sayTerms(contract.terms, locale)),
    ]
  }
  return buildPage(making, {
    blocks,
    createdAt: startOfWibDay(today),
    subtitle: `${account.number} · ${formatDay(today, locale)}`,
    title: DOCUMENT_WORDS[locale].schedule,
  })
}
