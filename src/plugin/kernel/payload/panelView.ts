import type { Config } from 'payload'

/** A page of the panel that belongs to admins and owners. */
export type PanelView = {
  /** Path and name of its component. */
  component: string
  /** Component of its link in the navigation, if it has one. */
  link?: string
  name: string
  /** Below the panel's own address. */
  path: `/${string}`
}

/** Adds a page to the panel, beside what the project has there. The page itself asks who comes. */
export const addPanelView = (config: Config, view: PanelView): Config => {
  const { component, link, name, path } = view
  const components = config.admin?.components ?? {}
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...components,
        ...(link ? { afterNavLinks: [...(components.afterNavLinks ?? []), link] } : {}),
        views: {
          ...components.views,
          [name]: {
            Component: { path: component, serverProps: { role: 'admin' } },
            exact: true,
            path,
          },
        },
      },
    },
  }
}
