import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { countUrgent, findTodos } from '../panel/findTodos'
import { findTroubles } from '../panel/findTroubles'
import { BOARD_ID } from './TodoBoard'

const TEXT = {
  en: (count: number) => (count === 0 ? 'Nothing needs action' : `${count} need action`),
  id: (count: number) =>
    count === 0 ? 'Tidak ada yang perlu tindakan' : `${count} perlu tindakan`,
}

const MOST_SHOWN = 99

const Bell = (): ReactElement => (
  <svg aria-hidden fill="none" height="22" viewBox="0 0 20 20" width="22">
    <path
      d="M4.5 14.5h11c-1-1.2-1.4-2.4-1.4-4.3V8.4a4.1 4.1 0 0 0-8.2 0v1.8c0 1.9-.4 3.1-1.4 4.3Z"
      stroke="currentColor"
      strokeLinejoin="round"
      strokeWidth="1.4"
    />
    <path
      d="M8.3 16.6a1.8 1.8 0 0 0 3.4 0"
      stroke="currentColor"
      strokeLinecap="round"
      strokeWidth="1.4"
    />
    <path d="M10 2.6v1.6" stroke="currentColor" strokeLinecap="round" strokeWidth="1.4" />
  </svg>
)

/**
 * How much needs action, in the header of every page of the panel; leads to the board. Costs three short
 * statements at once, for admins and owners alone. Nothing for editors.
 */
export const TodoBell = async (props: ServerProps): Promise<null | ReactElement> => {
  const { i18n, payload } = props
  if (!isAdminVisit(props)) {
    return null
  }
  const [todos, troubles] = await Promise.all([findTodos(payload), findTroubles(payload)])
  const count = countUrgent(todos) + troubles.length
  return (
    <a className="lunas-bell" href={`${payload.config.routes.admin}#${BOARD_ID}`}>
      <Bell />
      <span className="lunas-hidden">{TEXT[resolvePanelLocale(i18n.language)](count)}</span>
      {count > 0 ? (
        <span aria-hidden className="lunas-bell__count">
          {count > MOST_SHOWN ? `${MOST_SHOWN}+` : count}
        </span>
      ) : null}
    </a>
  )
}
