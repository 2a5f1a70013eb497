import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import type { Locale } from '../../kernel/errors'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { PanelPage } from '../../kernel/admin/PanelPage'
import { isAdmin, resolvePanelLocale } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { BY_HAND_PATH } from '../panel'
import { type ByHandPage, findByHand } from '../chat/findByHand'
import { ByHandList } from './ByHandList'
import { BY_HAND_TEXTS } from './byHandTexts'
import { HEADING_ID } from './nextFocus'
import { toByHandRow } from './toByHandRow'

const pageOf = (typed: string | string[] | undefined): number =>
  typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1

const Pages = (props: { found: ByHandPage; locale: Locale; url: string }): null | ReactElement => {
  const { found, locale, url } = props
  const { page, pages } = found
  const text = BY_HAND_TEXTS[locale]
  if (pages < 2) {
    return null
  }
  return (
    <nav aria-label={text.pages} className="lunas-by-hand__pages">
      {page > 1 ? <a href={`${url}?page=${page - 1}`}>{text.previous}</a> : <span />}
      <span>{text.pageOf(page, pages)}</span>
      {page < pages ? <a href={`${url}?page=${page + 1}`}>{text.next}</a> : <span />}
    </nav>
  )
}

/** WhatsApp messages that a person sends, for admins and owners. */
export const ByHandView = async (props: AdminViewServerProps): Promise<ReactElement> => {
  const { req } = props.initPageResult
  const { payload } = req
  const { admin } = payload.config.routes
  if (!isAdmin({ req })) {
    redirect(`${admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const text = BY_HAND_TEXTS[locale]
  const found = await findByHand({ page: pageOf(props.searchParams?.page), payload })
  const now = clock.now()
  const rows = found.messages.map((message) => toByHandRow({ locale, message, now, payload }))
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[{ label: text.title }]} />
      <main className="gutter--left gutter--right lunas-by-hand">
        <h1 id={HEADING_ID} tabIndex={-1}>
          {text.title} {found.total > 0 ? `(${found.total})` : ''}
        </h1>
        <p>{rows.length > 0 ? text.intro : text.empty}</p>
        {rows.length > 0 ? <ByHandList rows={rows} /> : null}
        <Pages found={found} locale={locale} url={`${admin}${BY_HAND_PATH}`} />
      </main>
    </PanelPage>
  )
}
