import type { AdminViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { Pager, parsePage } from '../../kernel/admin/Pager'
import { PanelPage } from '../../kernel/admin/PanelPage'
import { isAdmin, resolvePanelLocale } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { BY_HAND_PATH } from '../panel'
import { findByHand } from '../chat/findByHand'
import { ByHandList } from './ByHandList'
import { BY_HAND_TEXTS } from './byHandTexts'
import { HEADING_ID } from './nextFocus'
import { toByHandRow } from './toByHandRow'

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
  const found = await findByHand({ page: parsePage(props.searchParams?.page), payload })
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
        <Pager
          page={found.page}
          pages={found.pages}
          text={text}
          urlOf={(page) => `${admin}${BY_HAND_PATH}?page=${page}`}
        />
      </main>
    </PanelPage>
  )
}
