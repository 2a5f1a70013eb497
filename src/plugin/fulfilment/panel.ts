import type { Config } from 'payload'

import { addPanelView, extendPanel } from '../kernel/payload'

const PANEL = '/plugin/fulfilment/admin'

/** Where the list of work stands, below the panel's own address. */
export const WORK_PATH = '/pekerjaan'

/** Adds the list of work: its head on the panel's first page, the whole of it on a page of its own. */
export const addWorkViews = (config: Config): Config =>
  addPanelView(
    extendPanel(config, ({ beforeDashboard = [] }) => ({
      beforeDashboard: [`${PANEL}/WorkBoard#WorkBoard`, ...beforeDashboard],
    })),
    {
      component: `${PANEL}/WorkView#WorkView`,
      link: `${PANEL}/WorkLink#WorkLink`,
      name: 'work',
      path: WORK_PATH,
    },
  )
