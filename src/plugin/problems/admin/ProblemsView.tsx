import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import type { Locale } from '../../kernel/errors'
import type { ProblemLine } from '../queries/findWaiting'

import { Badge } from '../../kernel/admin/Badge'
import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MineLinks } from '../../kernel/admin/FilterLinks'
import { Pager, parsePage } from '../../kernel/admin/Pager'
import { PanelPage } from '../../kernel/admin/PanelPage'
import { resolveDeadline } from '../../fulfilment'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { problemMachine } from '../machine'
import { PROBLEMS_PATH } from '../panel'
import { findWaiting } from '../queries/findWaiting'
import { PROBLEM_KINDS } from '../rules'
import { PROBLEM_TEXTS, type ProblemTexts } from './problemTexts'

const PER_PAGE = 25

type Place = { locale: Locale; now: Date; text: ProblemTexts; url: (id: string) => string }

const Item = ({ item, place }: { item: ProblemLine; place: Place }): ReactElement => {
  const { locale, now, text, url } = place
  const deadline = item.replyBy ? resolveDeadline({ dueAt: item.replyBy, locale, now }) : null
  return (
    <li className={`card lunas-work__item${deadline?.isLate ? ' lunas-work__item--late' : ''}`}>
      <div className="lunas-work__what">
        <a href={url(item.id)}>
          {item.number} · {PROBLEM_KINDS[item.what].label[locale]}
        </a>
        <p>
          <bdi>{item.name}</bdi>
          {item.orderNumber ? ` · ${item.orderNumber}` : ''}
        </p>
        <p className="lunas-problem__excerpt" dir="auto">
          {item.excerpt}
        </p>
      </div>
      <div className="lunas-work__state">
        {deadline ? <Badge tone={deadline.tone}>{deadline.text}</Badge> : null}
        <MachineBadge locale={locale} machine={problemMachine} state={item.state} />
        <span>
          <span className="lunas-hidden">{text.assignee}: </span>
          {item.assigneeName ?? text.nobody}
        </span>
      </div>
    </li>
  )
}

type Asked = { admin: string; isMine: boolean; locale: Locale; page: number; slug: string }

const Body = async (props: {
  asked: Asked
  payload: AdminViewServerProps['initPageResult']['req']['payload']
  userId: string
}): Promise<ReactElement> => {
  const { admin, isMine, locale, page, slug } = props.asked
  const text = PROBLEM_TEXTS[locale]
  const now = clock.now()
  const { items, late, total } = await findWaiting({
    assignee: isMine ? props.userId : undefined,
    limit: PER_PAGE,
    now,
    offset: (page - 1) * PER_PAGE,
    payload: props.payload,
  })
  const list = `${admin}/collections/${slug}`
  const url = `${admin}${PROBLEMS_PATH}`
  const place = { locale, now, text, url: (id: string) => `${list}/${id}` }
  return (
    <main className="gutter--left gutter--right lunas-work-page">
      <h1>
        {text.title} {late > 0 ? `(${text.late(late)})` : ''}
      </h1>
      <MineLinks isMine={isMine} text={text} url={url} />
      {total === 0 ? <p>{isMine ? text.doneMine : text.done}</p> : null}
      <ol className="lunas-work">
        {items.map((item) => (
          <Item item={item} key={item.id} place={place} />
        ))}
      </ol>
      <Pager
        page={page}
        pages={Math.ceil(total / PER_PAGE)}
        text={text}
        urlOf={(to) => `${url}?page=${to}${isMine ? '&milik=saya' : ''}`}
      />
      <p>
        <a href={list}>{text.allReports}</a>
      </p>
    </main>
  )
}

/** Reports that wait for the shop, the next broken promise first. Admins and owners. */
export const ProblemsView = (props: AdminViewServerProps): ReactElement => {
  const { req } = props.initPageResult
  const { admin } = req.payload.config.routes
  if (!isAdmin({ req })) {
    redirect(`${admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const asked = {
    admin,
    isMine: props.searchParams?.milik === 'saya',
    locale,
    page: parsePage(props.searchParams?.page),
    slug: slugsOf(req.payload).problems,
  }
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[{ label: PROBLEM_TEXTS[locale].title }]} />
      <Body asked={asked} payload={req.payload} userId={String(req.user?.id)} />
    </PanelPage>
  )
}
