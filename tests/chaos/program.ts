import { runProgramOfGroups } from '../support/figures/program'
import { endWithCommand } from '../support/figures/steady'
import { leaveGround } from './ground'
import { kills } from './kills'
import { postgres } from './postgres'

endWithCommand()

await runProgramOfGroups({ finish: leaveGround, groups: { kills, postgres }, title: 'chaos' })
