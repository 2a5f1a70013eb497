import { runProgramOfGroups } from '../support/figures/program'
import { purchase } from './purchase'

await runProgramOfGroups({ groups: { purchase }, title: 'bench' })
