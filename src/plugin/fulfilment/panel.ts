import type { Config } from 'payload'

import { addPanelView } from '../kernel/payload'

const PANEL = '/plugin/fulfilment/admin'

/** Where the list of work stands, below the panel's own address. */
export const WORK_PATH = '/pekerjaan'

/** Adds the list of work; its head is a card of the panel's first page. */
export const addWorkViews = (config: Config): Config =>
  addPanelView(config, {
    component: `${PANEL}/WorkView#WorkView`,
    link: `${PANEL}/WorkLink#WorkLink`,
    name: 'work',
    path: WORK_PATH,
  })
