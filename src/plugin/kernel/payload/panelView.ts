import type { Config } from 'payload'

type PanelComponents = NonNullable<NonNullable<Config['admin']>['components']>

/** Adds components to the panel, beside what the project has there. */
export const extendPanel = (
  config: Config,
  extend: (components: PanelComponents) => PanelComponents,
): Config => {
  const components = config.admin?.components ?? {}
  return {
    ...config,
    admin: { ...config.admin, components: { ...components, ...extend(components) } },
  }
}

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

/** Adds a page to the panel. The page itself asks who comes. */
export const addPanelView = (config: Config, view: PanelView): Config => {
  const { component, link, name, path } = view
  return extendPanel(config, ({ afterNavLinks = [], views }) => ({
    ...(link ? { afterNavLinks: [...afterNavLinks, link] } : {}),
    views: {
      ...views,
      [name]: {
        Component: { path: component, serverProps: { role: 'admin' } },
        exact: true,
        path,
      },
    },
  }))
}
