import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { REPORTS_PATH } from '../panel'
import { REPORT_TEXTS } from './reportTexts'

/** Link to the reports on instalments; nothing for those who may not see them. */
export const ReportsLink = (props: ServerProps): null | ReactElement => {
  const { i18n, payload } = props
  return isAdminVisit(props) ? (
    <a className="nav__link" href={`${payload.config.routes.admin}${REPORTS_PATH}`}>
      <span className="nav__link-label">
        {REPORT_TEXTS[resolvePanelLocale(i18n.language)].title}
      </span>
    </a>
  ) : null
}
