import { runProgramOfGroups } from '../support/figures/program'
import { drivers } from './drivers'
import { leaveGround } from './ground'
import { kills } from './kills'
import { outbox } from './outbox'
import { postgres } from './postgres'
import { race } from './race'
import { year } from './year'

await runProgramOfGroups({
  finish: leaveGround,
  groups: { drivers, kills, outbox, postgres, race, year },
  title: 'chaos',
})
