import { runProgramOfGroups } from '../support/figures/program'
import { kills } from './kills'
import { postgres } from './postgres'

await runProgramOfGroups({ groups: { kills, postgres }, title: 'chaos' })
