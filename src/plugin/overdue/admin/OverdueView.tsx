import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { FilterLinks } from '../../kernel/admin/FilterLinks'
import { Pager, parsePage } from '../../kernel/admin/Pager'
import { PanelPage } from '../../kernel/admin/PanelPage'
import type { Locale } from '../../kernel/errors'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { DRY_RUN_PATH, OVERDUE_PATH } from '../paths'
import { CASE_FILTERS, type CaseFilter, countCases, findCases } from '../queries/findCases'
import { CaseList } from './CaseList'
import { toCaseLine } from './caseLine'
import { OVERDUE_TEXTS } from './overdueTexts'

type Asked = { filter: CaseFilter; locale: Locale; page: number }

const parseFilter = (typed: unknown): CaseFilter =>
  CASE_FILTERS.find((filter) => filter === typed) ?? 'all'

const Body = async (props: { asked: Asked; payload: Payload }): Promise<ReactElement> => {
  const { payload } = props
  const { filter, locale, page } = props.asked
  const text = OVERDUE_TEXTS[locale]
  const { admin } = payload.config.routes
  const [counts, found] = await Promise.all([
    countCases(payload),
    findCases({ filter, page, payload }),
  ])
  const slugs = slugsOf(payload)
  const url = `${admin}${OVERDUE_PATH}`
  const urlOf = (orderId: string): string => `${admin}/collections/${slugs.orders}/${orderId}`
  return (
    <main className="gutter--left gutter--right lunas-work-page">
      <h1>
        {text.title} ({counts.all})
      </h1>
      <FilterLinks
        label={text.filter}
        links={CASE_FILTERS.map((each) => ({
          isCurrent: each === filter,
          text: `${text.filters[each]} (${counts[each]})`,
          url: each === 'all' ? url : `${url}?tampil=${each}`,
        }))}
      />
      {found.rows.length === 0 ? <p>{text.none}</p> : null}
      <CaseList
        key={`${filter}${page}`}
        lines={found.rows.map((row) => toCaseLine(row, { locale, urlOf }))}
        path={`/${slugs.overdueCases}`}
      />
      <Pager
        page={page}
        pages={found.pages}
        text={text}
        urlOf={(to) => `${url}?tampil=${filter}&page=${to}`}
      />
      <p>
        <a href={`${admin}${DRY_RUN_PATH}`}>{text.dryRun}</a>
      </p>
    </main>
  )
}

/** The contracts in arrears and what can be done with many of them at once. Admins and owners. */
export const OverdueView = (props: AdminViewServerProps): ReactElement => {
  const { req } = props.initPageResult
  const { admin } = req.payload.config.routes
  if (!isAdmin({ req })) {
    redirect(`${admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const orders = {
    label: locale === 'en' ? 'Orders' : 'Pesanan',
    url: `${admin}/collections/${slugsOf(req.payload).orders}`,
  }
  const asked = {
    filter: parseFilter(props.searchParams?.tampil),
    locale,
    page: parsePage(props.searchParams?.page),
  }
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[orders, { label: OVERDUE_TEXTS[locale].title }]} />
      <Body asked={asked} payload={req.payload} />
    </PanelPage>
  )
}
