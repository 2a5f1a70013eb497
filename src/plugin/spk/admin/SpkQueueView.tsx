import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { FilterLinks, MineLinks } from '../../kernel/admin/FilterLinks'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { Pager, parsePage } from '../../kernel/admin/Pager'
import { PanelPage } from '../../kernel/admin/PanelPage'
import { Records } from '../../kernel/admin/Section'
import type { Locale } from '../../kernel/errors'
import { formatRupiah } from '../../kernel/money'
import { isAdmin, resolvePanelLocale } from '../../kernel/payload'
import { clock, daysBetween, formatInstantShort, wibDayOf } from '../../kernel/time'
import { spkMachine } from '../machine'
import { SPK_PATH } from '../paths'
import {
  countSpks,
  findSpkQueue,
  QUEUE_FILTERS,
  type QueueFilter,
  type QueueRow,
} from '../queries/findSpkQueue'
import { SPK_TEXTS } from './spkTexts'

type Asked = { filter: QueueFilter; locale: Locale; mine: null | string; page: number; url: string }

const parseFilter = (typed: unknown): QueueFilter =>
  QUEUE_FILTERS.find((filter) => filter === typed) ?? 'staff'

const Rows = ({ asked, rows }: { asked: Asked; rows: readonly QueueRow[] }): ReactElement => {
  const { locale, url } = asked
  const text = SPK_TEXTS[locale]
  const today = wibDayOf(clock.now())
  return (
    <Records
      caption={text.title}
      head={[text.order, text.customer, text.state, text.waits, text.signBy, text.assignee]}
      rows={rows.map((row) => ({
        cells: [
          <span key="o">
            <a href={`${url}/${row.id}`}>{row.number ?? row.orderNumber}</a> · {row.title} ·{' '}
            {formatRupiah(row.total, locale)}
          </span>,
          <bdi key="c">{row.customerName}</bdi>,
          <MachineBadge key="s" locale={locale} machine={spkMachine} state={row.state} />,
          text.age(daysBetween({ from: wibDayOf(new Date(row.since)), to: today })),
          row.signBy ? formatInstantShort(new Date(row.signBy), locale) : '–',
          <bdi key="a">{row.assignee ?? text.nobody}</bdi>,
        ],
        key: row.id,
      }))}
    />
  )
}

const addressOf = ({ filter, mine, url }: Asked, page?: number): string => {
  const query = new URLSearchParams({
    tampil: filter,
    ...(mine ? { milik: 'saya' } : {}),
    ...(page ? { page: String(page) } : {}),
  })
  return `${url}?${query.toString()}`
}

const Body = async (props: { asked: Asked; payload: Payload }): Promise<ReactElement> => {
  const { asked, payload } = props
  const { filter, locale, mine, page } = asked
  const text = SPK_TEXTS[locale]
  const [counts, found] = await Promise.all([
    countSpks(payload, mine),
    findSpkQueue({ filter, mine, page, payload }),
  ])
  return (
    <main className="gutter--left gutter--right lunas-work-page">
      <h1>
        {text.title} ({counts[filter]})
      </h1>
      <FilterLinks
        label={text.filter}
        links={QUEUE_FILTERS.map((each) => ({
          isCurrent: each === filter,
          text: `${text.filters[each]} (${counts[each]})`,
          url: addressOf({ ...asked, filter: each }),
        }))}
      />
      <MineLinks
        isMine={mine !== null}
        text={{ ...text, filter: text.whose }}
        url={addressOf({ ...asked, mine: null })}
      />
      {found.rows.length === 0 ? <p>{text.none}</p> : <Rows asked={asked} rows={found.rows} />}
      <Pager page={page} pages={found.pages} text={text} urlOf={(to) => addressOf(asked, to)} />
    </main>
  )
}

/** The queue of agreements: whose turn it is, for how long, and who looks after it. Admins and owners. */
export const SpkQueueView = (props: AdminViewServerProps): ReactElement => {
  const { req } = props.initPageResult
  const { admin } = req.payload.config.routes
  if (!isAdmin({ req })) {
    redirect(`${admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const asked: Asked = {
    filter: parseFilter(props.searchParams?.tampil),
    locale,
    mine: props.searchParams?.milik === 'saya' ? String(req.user?.id) : null,
    page: parsePage(props.searchParams?.page),
    url: `${admin}${SPK_PATH}`,
  }
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[{ label: SPK_TEXTS[locale].title }]} />
      <Body asked={asked} payload={req.payload} />
    </PanelPage>
  )
}
