import type { Config } from 'payload'

import { addPanelView } from '../kernel/payload'

const PANEL = '/plugin/instalments/admin'

/** Where the reports stand, below the panel's own address. */
export const REPORTS_PATH = '/laporan-cicilan'

/** Adds the reports on instalments. */
export const addReportViews = (config: Config): Config =>
  addPanelView(config, {
    component: `${PANEL}/ReportsView#ReportsView`,
    link: `${PANEL}/ReportsLink#ReportsLink`,
    name: 'instalmentReports',
    path: REPORTS_PATH,
  })
