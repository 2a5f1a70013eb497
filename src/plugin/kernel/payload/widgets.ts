import type { Config, PayloadRequest, WidgetInstance, WidgetWidth } from 'payload'

import type { Labels } from '../errors'

import { isAdmin } from './accessRules'

/** A card on the panel's first page, which each member of staff may move, resize and take away. */
export type PanelWidget = {
  /** Path and name of its server component; it asks itself who looks. */
  component: string
  label: Labels
  /** Unique among the widgets of the project. */
  slug: string
  /** How wide it is until somebody changes it. */
  width: WidgetWidth
}

type Layout = NonNullable<NonNullable<NonNullable<Config['admin']>['dashboard']>['defaultLayout']>

/** What Payload shows when nobody says anything. */
const COLLECTIONS = { widgetSlug: 'collections', width: 'full' } as WidgetInstance

const resolveLayout = async (
  layout: Layout | undefined,
  req: PayloadRequest,
): Promise<WidgetInstance[]> =>
  typeof layout === 'function' ? layout({ req }) : (layout ?? [COLLECTIONS])

/**
 * Adds cards to the panel's first page, before those of the project. Admins and owners see them from the
 * start; editors, for whom they are not, see what they saw before.
 */
export const addWidgets = (config: Config, widgets: readonly PanelWidget[]): Config => {
  const before = config.admin?.dashboard
  const ours = widgets.map(({ slug, width }) => ({ widgetSlug: slug, width }) as WidgetInstance)
  return {
    ...config,
    admin: {
      ...config.admin,
      dashboard: {
        ...before,
        defaultLayout: async ({ req }) => {
          const theirs = await resolveLayout(before?.defaultLayout, req)
          return isAdmin({ req }) ? [...ours, ...theirs] : theirs
        },
        widgets: [
          ...widgets.map(({ component: Component, label, slug }) => ({ slug, Component, label })),
          ...(before?.widgets ?? []),
        ],
      },
    },
  }
}
