import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { OVERDUE_PATH } from '../paths'
import { OVERDUE_TEXTS } from './overdueTexts'

/** Link to the contracts in arrears; nothing for those who may not see them. */
export const OverdueLink = (props: ServerProps): null | ReactElement => {
  const { i18n, payload } = props
  return isAdminVisit(props) ? (
    <a className="nav__link" href={`${payload.config.routes.admin}${OVERDUE_PATH}`}>
      <span className="nav__link-label">
        {OVERDUE_TEXTS[resolvePanelLocale(i18n.language)].title}
      </span>
    </a>
  ) : null
}
