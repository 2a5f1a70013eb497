import { runProgramOfGroups } from '../support/figures/program'
import { callbacks } from './callbacks'
import { checkout } from './checkout'
import { mail } from './mail'
import { pages } from './pages'
import { purchase } from './purchase'
import { settle } from './settle'
import { start } from './start'
import { work } from './work'

await runProgramOfGroups({
  groups: { callbacks, purchase, settle, checkout, pages, mail, work, start },
  title: 'bench',
})
