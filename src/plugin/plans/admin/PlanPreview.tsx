'use client'

import type { FormState, UIFieldClientProps } from 'payload'
import type { ReactElement } from 'react'

import { useFormFields } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useMemo, useState } from 'react'

import type { Locale } from '../../kernel/errors'
import type { Schedule } from '../rules/schedule'

import { Records } from '../../kernel/admin/Section'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { formatRupiah } from '../../kernel/money'
import { clock, formatDay, wibDayOf } from '../../kernel/time'
import { buildPlanPreview } from '../preview'
import type { PlannedProduct } from '../problems'

const TEXT = {
  en: {
    amount: 'Amount',
    cash: 'Cash price',
    difference: 'More than the cash price',
    due: 'Due',
    faulty: 'No schedule yet:',
    first: 'Today: down payment and setup fee',
    instalment: (k: number, of: number) => `Instalment ${k} of ${of}`,
    priceless: 'Write the price of one month, and the schedule appears here.',
    same: 'The total is the cash price.',
    title: 'Schedule if ordered today',
    total: 'Total',
    what: 'What for',
  },
  id: {
    amount: 'Jumlah',
    cash: 'Harga tunai',
    difference: 'Lebih dari harga tunai',
    due: 'Jatuh tempo',
    faulty: 'Jadwal belum dapat disusun:',
    first: 'Hari ini: uang muka dan biaya pemasangan',
    instalment: (k: number, of: number) => `Cicilan ${k} dari ${of}`,
    priceless: 'Isi harga satu bulan, lalu jadwalnya tampil di sini.',
    same: 'Total sama dengan harga tunai.',
    title: 'Jadwal bila dipesan hari ini',
    total: 'Total',
    what: 'Untuk',
  },
}

const OF_PLANS = /^(price|contractMonths|plans)(\.|$)/

/** Only what the schedule depends on, as text: other fields of the form draw nothing anew. */
const pick = (fields: FormState): string =>
  JSON.stringify(
    reduceFieldsToValues(
      Object.fromEntries(Object.entries(fields).filter(([path]) => OF_PLANS.test(path))),
      true,
    ),
  )

const Sums = ({ locale, schedule }: { locale: Locale; schedule: Schedule }): ReactElement => {
  const text = TEXT[locale]
  const { cashPrice, difference, total } = schedule
  const facts = [
    [text.cash, formatRupiah(cashPrice, locale)],
    [text.total, formatRupiah(total, locale)],
    [text.difference, difference === 0 ? text.same : formatRupiah(difference, locale)],
  ]
  return (
    <dl className="lunas-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Rows = ({ locale, schedule }: { locale: Locale; schedule: Schedule }): ReactElement => {
  const text = TEXT[locale]
  const parts = schedule.rows.filter(({ kind }) => kind === 'instalment').length
  const before = schedule.rows.length - parts
  return (
    <Records
      caption={text.title}
      head={[text.what, text.due, text.amount]}
      rows={schedule.rows.map(({ amount, dueOn, kind, seq }) => ({
        cells: [
          kind === 'downPayment' ? text.first : text.instalment(seq - before, parts),
          formatDay(dueOn, locale),
          formatRupiah(amount, locale),
        ],
        key: String(seq),
      }))}
    />
  )
}

const Faults = (props: { messages: readonly string[]; title: string }): ReactElement => (
  <>
    <p>{props.title}</p>
    <ul>
      {props.messages.map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  </>
)

/** The schedule that comes of a plan, drawn anew while its editor types; or what is still wrong. */
export const PlanPreview = ({ path }: UIFieldClientProps): ReactElement => {
  const locale = usePanelLocale()
  const text = TEXT[locale]
  const [today] = useState(() => wibDayOf(clock.now()))
  const written = useFormFields(([fields]) => pick(fields))
  const row = Number(path.split('.').at(-2))
  const preview = useMemo(
    () => buildPlanPreview({ locale, product: JSON.parse(written) as PlannedProduct, row, today }),
    [locale, row, today, written],
  )
  return (
    <section aria-label={text.title} className="field-type lunas-plan">
      {preview.kind === 'sound' ? (
        <details open>
          <summary>{text.title}</summary>
          <Sums locale={locale} schedule={preview.schedule} />
          <Rows locale={locale} schedule={preview.schedule} />
        </details>
      ) : null}
      <div aria-live="polite">
        {preview.kind === 'priceless' ? <p>{text.priceless}</p> : null}
        {preview.kind === 'faulty' ? (
          <Faults messages={preview.messages} title={text.faulty} />
        ) : null}
      </div>
    </section>
  )
}
