import type { ReactElement, ReactNode } from 'react'

import { BarChart, type ChartRow } from '../../kernel/admin/BarChart'
import { Records, Section } from '../../kernel/admin/Section'
import type { Locale } from '../../kernel/errors'
import { formatRupiah } from '../../kernel/money'
import {
  AGE_WORDS,
  type AgeRow,
  type CollectedRow,
  type ExpectedRow,
  type ProductRow,
  sayMonth,
} from '../reports'
import { type ReportTexts, sayRate } from './reportTexts'

type PartProps<Row> = {
  /** Address of the API, such as `/api`. */
  api: string
  locale: Locale
  rows: readonly Row[]
  text: ReportTexts
}

type ReportProps = {
  chart: { description: string; rows: readonly ChartRow[]; series?: readonly string[] }
  children: ReactNode
  /** Name of the report's file. */
  file: string
  hint: string
  title: string
} & Pick<PartProps<never>, 'api' | 'locale' | 'text'>

/** One report: what it says, the picture, the same numbers as a table, and the file. */
const Report = (props: ReportProps): ReactElement => {
  const { api, chart, children, file, hint, locale, text, title } = props
  const id = `lunas-report-${file}`
  return (
    <Section id={id} title={title}>
      <p className="lunas-report-hint">{hint}</p>
      <BarChart id={`${id}-chart`} title={title} {...chart} />
      {children}
      <p className="lunas-report-file">
        <a
          className="btn btn--style-secondary btn--size-small"
          download
          href={`${api}/exports/${file}.csv?locale=${locale}`}
        >
          {text.csv}
          <span className="lunas-hidden">: {title}</span>
        </a>
      </p>
    </Section>
  )
}

const inRupiah =
  (locale: Locale) =>
  (value: number): { text: string; value: number } => ({ text: formatRupiah(value, locale), value })

/** What is owed, by how late it is. */
export const Ageing = ({ rows, ...part }: PartProps<AgeRow>): ReactElement => {
  const { locale, text } = part
  const bars = rows.map(({ age, amount }) => ({
    key: age,
    label: AGE_WORDS[age][locale],
    values: [inRupiah(locale)(amount)],
  }))
  return (
    <Report
      {...part}
      chart={{ description: text.ageingShort, rows: bars }}
      file="ageing"
      hint={text.ageingHint}
      title={text.ageing}
    >
      <Records
        caption={text.ageing}
        head={[text.age, text.amount, text.debts, text.contracts]}
        rows={rows.map(({ age, amount, contracts, debts }) => ({
          cells: [AGE_WORDS[age][locale], formatRupiah(amount, locale), debts, contracts],
          key: age,
        }))}
      />
    </Report>
  )
}

/** What falls due in the months to come. */
export const Expected = ({ rows, ...part }: PartProps<ExpectedRow>): ReactElement => {
  const { locale, text } = part
  const bars = rows.map(({ amount, month }) => ({
    key: month,
    label: sayMonth(month, locale),
    values: [inRupiah(locale)(amount)],
  }))
  return (
    <Report
      {...part}
      chart={{ description: text.expectedShort, rows: bars }}
      file="expected"
      hint={text.expectedHint}
      title={text.expected}
    >
      <Records
        caption={text.expected}
        head={[text.month, text.amount, text.debts]}
        rows={rows.map(({ amount, debts, month }) => ({
          cells: [sayMonth(month, locale), formatRupiah(amount, locale), debts],
          key: month,
        }))}
      />
    </Report>
  )
}

/** What fell due in the months past, and what came of it. */
export const Collected = ({ rows, ...part }: PartProps<CollectedRow>): ReactElement => {
  const { locale, text } = part
  const money = inRupiah(locale)
  const bars = rows.map(({ collected, due, month, paid }) => ({
    key: month,
    label: sayMonth(month, locale),
    values: [money(due), money(paid), money(collected)],
  }))
  const series = [text.due, text.paidOf, text.income]
  return (
    <Report
      {...part}
      chart={{ description: text.collectedShort, rows: bars, series }}
      file="collected"
      hint={text.collectedHint}
      title={text.collected}
    >
      <Records
        caption={text.collected}
        head={[text.month, text.due, text.paidOf, text.rate, text.income]}
        rows={rows.map(({ collected, due, month, paid }) => ({
          cells: [
            sayMonth(month, locale),
            formatRupiah(due, locale),
            formatRupiah(paid, locale),
            sayRate(paid, due, locale),
            formatRupiah(collected, locale),
          ],
          key: month,
        }))}
      />
    </Report>
  )
}

/** How the contracts of each product stand. */
export const Products = ({ rows, ...part }: PartProps<ProductRow>): ReactElement => {
  const { locale, text } = part
  const money = inRupiah(locale)
  const bars = rows.map(({ left, paid, slug, title }) => ({
    key: slug,
    label: title,
    values: [money(paid), money(left)],
  }))
  const sum = (amount: number): string => formatRupiah(amount, locale)
  return (
    <Report
      {...part}
      chart={{ description: text.productsShort, rows: bars, series: [text.paid, text.left] }}
      file="contract-products"
      hint={text.productsHint}
      title={text.products}
    >
      <Records
        caption={text.products}
        head={[
          text.product,
          text.contracts,
          text.total,
          text.paid,
          text.left,
          text.overdue,
          text.late,
        ]}
        rows={rows.map(({ contracts, late, left, overdue, paid, slug, title, total }) => ({
          cells: [title, contracts, sum(total), sum(paid), sum(left), sum(overdue), late],
          key: slug,
        }))}
      />
    </Report>
  )
}
