import type { Config } from 'payload'

/** Where the page to send WhatsApp messages by hand stands, below the panel's own address. */
export const BY_HAND_PATH = '/whatsapp'

/** Adds that page to the panel, beside what the project has there. */
export const addByHandView = (config: Config): Config => {
  const components = config.admin?.components ?? {}
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        views: {
          ...components.views,
          whatsappByHand: {
            Component: {
              path: '/plugin/notifications/admin/ByHandView#ByHandView',
              serverProps: { role: 'admin' },
            },
            exact: true,
            path: BY_HAND_PATH,
          },
        },
      },
    },
  }
}
