import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { CATALOGUE_COPY } from './catalogueCopy'
import { CATALOGUE_PATH } from './catalogueUrl'

/** Link to the catalogue of messages; nothing for those who may not see it. */
export const CatalogueLink = (props: ServerProps): null | ReactElement => {
  const { i18n, payload } = props
  return isAdminVisit(props) ? (
    <a className="nav__link" href={`${payload.config.routes.admin}${CATALOGUE_PATH}`}>
      <span className="nav__link-label">
        {CATALOGUE_COPY[resolvePanelLocale(i18n.language)].title}
      </span>
    </a>
  ) : null
}
