import { runProgramOfGroups } from '../support/figures/program'
import { forged } from './forged'
import { leaveGround } from './ground'

await runProgramOfGroups({ finish: leaveGround, groups: { forged }, title: 'security' })
