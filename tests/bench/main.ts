import { runProgramOfGroups } from '../support/figures/program'
import { callbacks } from './callbacks'
import { checkout } from './checkout'
import { purchase } from './purchase'
import { settle } from './settle'

await runProgramOfGroups({
  groups: { callbacks, purchase, settle, checkout },
  title: 'bench',
})
