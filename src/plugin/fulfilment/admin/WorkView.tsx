import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { PanelPage } from '../../kernel/admin/PanelPage'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { WORK_PATH } from '../panel'
import { findWork } from '../queries/findWork'
import { WorkList } from './WorkList'
import { WORK_TEXTS, type WorkTexts } from './workTexts'

const PER_PAGE = 25

const pageOf = (typed: string | string[] | undefined): number =>
  typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1

const Filter = (props: { isMine: boolean; text: WorkTexts; url: string }): ReactElement => {
  const { isMine, text, url } = props
  return (
    <nav aria-label={text.filter} className="lunas-work-page__filter">
      <a aria-current={isMine ? undefined : 'page'} href={url}>
        {text.all}
      </a>
      <a aria-current={isMine ? 'page' : undefined} href={`${url}?milik=saya`}>
        {text.mine}
      </a>
    </nav>
  )
}

const Pages = (props: {
  page: number
  pages: number
  text: WorkTexts
  urlOf: (page: number) => string
}): null | ReactElement => {
  const { page, pages, text, urlOf } = props
  return pages < 2 ? null : (
    <nav aria-label={text.pages} className="lunas-by-hand__pages">
      {page > 1 ? <a href={urlOf(page - 1)}>{text.previous}</a> : <span />}
      <span>{text.pageOf(page, pages)}</span>
      {page < pages ? <a href={urlOf(page + 1)}>{text.next}</a> : <span />}
    </nav>
  )
}

/** Everything that was paid for and is not delivered, the next deadline first. Admins and owners. */
export const WorkView = async (props: AdminViewServerProps): Promise<ReactElement> => {
  const { req } = props.initPageResult
  const { payload } = req
  const { admin } = payload.config.routes
  if (!isAdmin({ req })) {
    redirect(`${admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const text = WORK_TEXTS[locale]
  const isMine = props.searchParams?.milik === 'saya'
  const page = pageOf(props.searchParams?.page)
  const now = clock.now()
  const { items, late, total } = await findWork({
    assignee: isMine ? String(req.user?.id) : undefined,
    limit: PER_PAGE,
    now,
    offset: (page - 1) * PER_PAGE,
    payload,
  })
  const url = `${admin}${WORK_PATH}`
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[{ label: text.title }]} />
      <main className="gutter--left gutter--right lunas-work-page">
        <h1>
          {text.title} {late > 0 ? `(${text.late(late)})` : ''}
        </h1>
        <Filter isMine={isMine} text={text} url={url} />
        {total === 0 ? <p>{isMine ? text.doneMine : text.done}</p> : null}
        <WorkList
          items={items}
          place={{ admin, locale, now, slug: slugsOf(payload).fulfilments }}
        />
        <Pages
          page={page}
          pages={Math.ceil(total / PER_PAGE)}
          text={text}
          urlOf={(to) => `${url}?page=${to}${isMine ? '&milik=saya' : ''}`}
        />
      </main>
    </PanelPage>
  )
}
