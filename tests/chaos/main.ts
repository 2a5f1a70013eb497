import { runProgramOfGroups } from '../support/figures/program'
import { leaveGround } from './ground'
import { kills } from './kills'
import { outbox } from './outbox'
import { postgres } from './postgres'
import { year } from './year'

await runProgramOfGroups({
  finish: leaveGround,
  groups: { kills, outbox, postgres, year },
  title: 'chaos',
})
