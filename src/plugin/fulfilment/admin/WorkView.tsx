import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { MineLinks } from '../../kernel/admin/FilterLinks'
import { Pager, parsePage } from '../../kernel/admin/Pager'
import { PanelPage } from '../../kernel/admin/PanelPage'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { WORK_PATH } from '../panel'
import { findWork } from '../queries/findWork'
import { WorkList } from './WorkList'
import { WORK_TEXTS } from './workTexts'

const PER_PAGE = 25

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
  const page = parsePage(props.searchParams?.page)
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
        <MineLinks isMine={isMine} text={text} url={url} />
        {total === 0 ? <p>{isMine ? text.doneMine : text.done}</p> : null}
        <WorkList
          items={items}
          place={{ admin, locale, now, slug: slugsOf(payload).fulfilments }}
        />
        <Pager
          page={page}
          pages={Math.ceil(total / PER_PAGE)}
          text={text}
          urlOf={(to) => `${url}?page=${to}${isMine ? '&milik=saya' : ''}`}
        />
      </main>
    </PanelPage>
  )
}
