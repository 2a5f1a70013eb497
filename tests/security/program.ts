import { runProgramOfGroups } from '../support/figures/program'
import { endWithCommand } from '../support/figures/steady'
import { access } from './access'
import { duplicates } from './duplicates'
import { forged } from './forged'
import { leaveGround } from './ground'
import { races } from './races'

endWithCommand()

await runProgramOfGroups({
  finish: leaveGround,
  groups: { forged, duplicates, races, access },
  title: 'security',
})
