import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { PROBLEMS_PATH } from '../panel'
import { PROBLEM_TEXTS } from './problemTexts'

/** Link to the reports that wait; nothing for those who may not see them. */
export const ProblemsLink = (props: ServerProps): null | ReactElement => {
  const { i18n, payload } = props
  return isAdminVisit(props) ? (
    <a className="nav__link" href={`${payload.config.routes.admin}${PROBLEMS_PATH}`}>
      <span className="nav__link-label">
        {PROBLEM_TEXTS[resolvePanelLocale(i18n.language)].title}
      </span>
    </a>
  ) : null
}
