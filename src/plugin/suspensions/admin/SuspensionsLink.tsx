import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { SUSPENSIONS_PATH } from '../paths'
import { SUSPENSION_TEXTS } from './texts'

/** Link to the services that are off or should be; nothing for those who may not see them. */
export const SuspensionsLink = (props: ServerProps): null | ReactElement => {
  const { i18n, payload } = props
  return isAdminVisit(props) ? (
    <a className="nav__link" href={`${payload.config.routes.admin}${SUSPENSIONS_PATH}`}>
      <span className="nav__link-label">
        {SUSPENSION_TEXTS[resolvePanelLocale(i18n.language)].title}
      </span>
    </a>
  ) : null
}
