import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { WORK_PATH } from '../panel'
import { WORK_TEXTS } from './workTexts'

/** Link to the list of work; nothing for those who may not see it. */
export const WorkLink = (props: ServerProps): null | ReactElement => {
  const { i18n, payload } = props
  return isAdminVisit(props) ? (
    <a className="nav__link" href={`${payload.config.routes.admin}${WORK_PATH}`}>
      <span className="nav__link-label">{WORK_TEXTS[resolvePanelLocale(i18n.language)].title}</span>
    </a>
  ) : null
}
