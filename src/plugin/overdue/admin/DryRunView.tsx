import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { PanelPage } from '../../kernel/admin/PanelPage'
import { Records } from '../../kernel/admin/Section'
import type { Locale } from '../../kernel/errors'
import { formatRupiah } from '../../kernel/money'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { clock, formatWeekday, type WibDay, wibDayOf } from '../../kernel/time'
import { DRY_RUN_PATH, OVERDUE_PATH } from '../paths'
import { type DryRun, findDryRun } from '../queries/dryRun'
import { findDay } from '../rules/dryRunDay'
import { overdueRuntime } from '../runtime'
import { sayRow, sayTotal } from '../words'
import { DRY_RUN_TEXTS } from './dryRunTexts'
import { OVERDUE_TEXTS } from './overdueTexts'

type Asked = { day: WibDay; isWrong: boolean; locale: Locale; payload: Payload }

const DayForm = ({ day, locale, payload }: Asked): ReactElement => {
  const text = DRY_RUN_TEXTS[locale]
  return (
    <form
      action={`${payload.config.routes.admin}${DRY_RUN_PATH}`}
      className="lunas-export"
      method="get"
    >
      <label htmlFor="lunas-dry-run-day">{text.day}</label>
      <input defaultValue={day} id="lunas-dry-run-day" name="tanggal" required type="date" />
      <button className="btn btn--style-primary btn--size-small" type="submit">
        {text.show}
      </button>
    </form>
  )
}

const Rows = ({ asked, run }: { asked: Asked; run: DryRun }): ReactElement => {
  const { locale, payload } = asked
  const text = DRY_RUN_TEXTS[locale]
  const orders = `${payload.config.routes.admin}/collections/${slugsOf(payload).orders}`
  return (
    <Records
      caption={text.title}
      head={[text.customer, text.order, text.late, text.owed, text.happens]}
      rows={run.rows.map((row) => ({
        cells: [
          <bdi key="n">{row.customerName}</bdi>,
          <span key="o">
            <a href={`${orders}/${row.orderId}`}>{row.number}</a> · {row.title}
          </span>,
          row.daysLate > 0 ? OVERDUE_TEXTS[locale].late(row.daysLate) : '–',
          formatRupiah(row.toBecomeCurrent, locale),
          <ul className="lunas-dry-run" key="w">
            {sayRow(row, run.day, locale).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>,
        ],
        key: row.orderId,
      }))}
    />
  )
}

const Body = async (asked: Asked): Promise<ReactElement> => {
  const { day, isWrong, locale, payload } = asked
  const text = DRY_RUN_TEXTS[locale]
  const run = await findDryRun(payload, day)
  const { mostPerRun } = overdueRuntime.get(payload)
  const isPast = day < wibDayOf(clock.now())
  return (
    <main className="gutter--left gutter--right lunas-work-page">
      <h1>{text.title}</h1>
      <p className="lunas-preview-note">{text.note}</p>
      <DayForm {...asked} />
      {isWrong ? <p role="alert">{text.badDay}</p> : null}
      {isPast ? <p role="note">{text.past}</p> : null}
      <h2>{formatWeekday(day, locale)}</h2>
      <p>
        {sayTotal(run, locale)} {text.most(mostPerRun)}
      </p>
      {run.rows.length === 0 ? <p>{text.nothing}</p> : <Rows asked={asked} run={run} />}
    </main>
  )
}

/** What the ladder would do on a day, for whom, and why. Changes nothing. Admins and owners. */
export const DryRunView = (props: AdminViewServerProps): ReactElement => {
  const { req } = props.initPageResult
  const { payload } = req
  const { admin } = payload.config.routes
  if (!isAdmin({ req })) {
    redirect(`${admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const typed = props.searchParams?.tanggal
  const day = findDay(typed)
  const asked = {
    day: day ?? wibDayOf(clock.now()),
    isWrong: typed !== undefined && day === undefined,
    locale,
    payload,
  }
  const list = { label: OVERDUE_TEXTS[locale].title, url: `${admin}${OVERDUE_PATH}` }
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[list, { label: DRY_RUN_TEXTS[locale].title }]} />
      <Body {...asked} />
    </PanelPage>
  )
}
