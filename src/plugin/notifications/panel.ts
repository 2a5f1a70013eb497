import type { Config } from 'payload'

import { CATALOGUE_PATH } from './admin/catalogueUrl'

/** Adds the catalogue of messages and its link to the panel, beside what the project has there. */
export const addMessageCatalogue = (config: Config): Config => {
  const components = config.admin?.components ?? {}
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        afterNavLinks: [
          ...(components.afterNavLinks ?? []),
          '/plugin/notifications/admin/CatalogueLink#CatalogueLink',
        ],
        views: {
          ...components.views,
          messageCatalogue: {
            Component: {
              path: '/plugin/notifications/admin/CatalogueView#CatalogueView',
              serverProps: { role: 'admin' },
            },
            exact: true,
            path: CATALOGUE_PATH,
          },
        },
      },
    },
  }
}
