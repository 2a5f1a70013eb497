import type { WidgetServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { WORK_PATH } from '../panel'
import { findWork } from '../queries/findWork'
import { WorkList } from './WorkList'
import { WORK_TEXTS } from './workTexts'

const HEADING_ID = 'lunas-work'
const SHOWN = 6

/** The head of the list of work, as a card of the panel's first page. Nothing for editors. */
export const WorkBoard = async ({ req }: WidgetServerProps): Promise<null | ReactElement> => {
  if (!isAdmin({ req })) {
    return null
  }
  const { i18n, payload } = req
  const now = clock.now()
  const { items, late, total } = await findWork({ limit: SHOWN, now, payload })
  const { admin } = payload.config.routes
  const locale = resolvePanelLocale(i18n.language)
  const text = WORK_TEXTS[locale]
  return (
    <section aria-labelledby={HEADING_ID} className="lunas-work-board">
      <h2 id={HEADING_ID}>
        {text.title} {late > 0 ? <span>({text.late(late)})</span> : null}
      </h2>
      {total === 0 ? <p>{text.done}</p> : null}
      <WorkList items={items} place={{ admin, locale, now, slug: slugsOf(payload).fulfilments }} />
      {total > SHOWN ? (
        <p>
          <a href={`${admin}${WORK_PATH}`}>{text.more(total)}</a>
        </p>
      ) : null}
    </section>
  )
}
