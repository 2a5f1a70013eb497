import { runProgramOfGroups } from '../support/figures/program'
import { leaveGround } from './ground'
import { kills } from './kills'
import { postgres } from './postgres'

await runProgramOfGroups({ finish: leaveGround, groups: { kills, postgres }, title: 'chaos' })
