import { runProgramOfGroups } from '../support/figures/program'
import { callbacks } from './callbacks'
import { checkout } from './checkout'
import { gate } from './gate'
import { inspectFigures } from './inspect'
import { mail } from './mail'
import { packages } from './package'
import { reports } from './report'
import { pages } from './pages'
import { purchase } from './purchase'
import { settle } from './settle'
import { spk } from './spk'
import { start } from './start'
import { siteBack, suspensions } from './suspensions'
import { sweep } from './sweep'
import { widgets } from './widgets'
import { work } from './work'

await runProgramOfGroups({
  groups: {
    callbacks,
    purchase,
    settle,
    checkout,
    pages,
    mail,
    work,
    sweep,
    package: async (options) => [...(await packages(options)), ...(await widgets(options))],
    report: reports,
    spk,
    inspect: inspectFigures,
    gate,
    suspensions: async (options) => [...(await suspensions(options)), ...(await siteBack(options))],
    start,
  },
  title: 'bench',
})
