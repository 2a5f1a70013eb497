import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdmin, resolvePanelLocale } from '../../kernel/payload'
import { CATALOGUE_COPY } from './catalogueCopy'
import { CATALOGUE_PATH } from './catalogueUrl'

/** Link to the catalogue of messages; nothing for those who may not see it. */
export const CatalogueLink = ({ i18n, payload, user }: ServerProps): null | ReactElement => {
  const req = { payload, user } as unknown as Parameters<typeof isAdmin>[0]['req']
  return isAdmin({ req }) ? (
    <a className="nav__link" href={`${payload.config.routes.admin}${CATALOGUE_PATH}`}>
      <span className="nav__link-label">
        {CATALOGUE_COPY[resolvePanelLocale(i18n.language)].title}
      </span>
    </a>
  ) : null
}
