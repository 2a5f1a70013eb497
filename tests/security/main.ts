import { runProgramOfGroups } from '../support/figures/program'
import { access } from './access'
import { downloads } from './downloads'
import { duplicates } from './duplicates'
import { evidence } from './evidence'
import { files } from './files'
import { forged } from './forged'
import { leaveGround } from './ground'
import { inputs } from './inputs'
import { races } from './races'
import { reports } from './reports'

await runProgramOfGroups({
  finish: leaveGround,
  groups: { forged, duplicates, races, access, inputs, downloads, reports, evidence, files },
  title: 'security',
})
