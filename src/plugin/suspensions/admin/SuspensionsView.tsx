import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { FilterLinks } from '../../kernel/admin/FilterLinks'
import { Pager, parsePage } from '../../kernel/admin/Pager'
import { PanelPage } from '../../kernel/admin/PanelPage'
import type { Locale } from '../../kernel/errors'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { addDays, clock, wibDayOf } from '../../kernel/time'
import { overdueRuntime } from '../../overdue'
import { SUSPENSIONS_PATH } from '../paths'
import {
  countServices,
  findServiceRows,
  SERVICE_FILTERS,
  type ServiceFilter,
} from '../queries/findServiceRows'
import { toServiceLine } from './serviceLine'
import { ServiceRows } from './ServiceRows'
import { SUSPENSION_TEXTS } from './texts'

type Asked = { filter: ServiceFilter; locale: Locale; page: number }

const parseFilter = (typed: unknown): ServiceFilter =>
  SERVICE_FILTERS.find((filter) => filter === typed) ?? 'proposed'

const Body = async (props: { asked: Asked; payload: Payload }): Promise<ReactElement> => {
  const { payload } = props
  const { filter, locale, page } = props.asked
  const text = SUSPENSION_TEXTS[locale]
  const { admin } = payload.config.routes
  const [counts, found] = await Promise.all([
    countServices(payload),
    findServiceRows({ filter, page, payload }),
  ])
  const slugs = slugsOf(payload)
  const url = `${admin}${SUSPENSIONS_PATH}`
  const urlOf = (orderId: string): string => `${admin}/collections/${slugs.orders}/${orderId}`
  const serviceUrlOf = (id: string): string => `${admin}/collections/${slugs.hostingAccounts}/${id}`
  const today = wibDayOf(clock.now())
  const { chanceDays } = overdueRuntime.get(payload)
  return (
    <main className="gutter--left gutter--right lunas-work-page">
      <h1>{text.title}</h1>
      <FilterLinks
        label={text.filter}
        links={SERVICE_FILTERS.map((each) => ({
          isCurrent: each === filter,
          text: `${text.filters[each]} (${counts[each]})`,
          url: `${url}?tampil=${each}`,
        }))}
      />
      {found.rows.length === 0 ? (
        <p>{filter === 'paidButOff' ? text.nonePaidButOff : text.none}</p>
      ) : null}
      <ServiceRows
        days={{ first: addDays(today, 1), last: addDays(today, chanceDays) }}
        key={`${filter}${page}`}
        lines={found.rows.map((row) => toServiceLine(row, { locale, serviceUrlOf, urlOf }))}
        path={`/${slugs.hostingAccounts}`}
      />
      <Pager
        page={page}
        pages={found.pages}
        text={text}
        urlOf={(to) => `${url}?tampil=${filter}&page=${to}`}
      />
    </main>
  )
}

/** Which services are off or should be, and what can be done with many of them at once. Admins and owners. */
export const SuspensionsView = (props: AdminViewServerProps): ReactElement => {
  const { req } = props.initPageResult
  if (!isAdmin({ req })) {
    redirect(`${req.payload.config.routes.admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const asked = {
    filter: parseFilter(props.searchParams?.tampil),
    locale,
    page: parsePage(props.searchParams?.page),
  }
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[{ label: SUSPENSION_TEXTS[locale].title }]} />
      <Body asked={asked} payload={req.payload} />
    </PanelPage>
  )
}
