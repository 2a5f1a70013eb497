import { fileURLToPath } from 'node:url'

import type { Group } from '../../support/figures/program'

import { runInChild } from '../inChild'

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Who may do what, what customers see of each other, and what sticks of fields nobody offered. */
export const access: Group = async (options) => [
  ...(await runInChild({ options, part: 'matrix', program })),
  ...(await runInChild({ options, part: 'crossReads', program })),
  ...(await runInChild({ options, part: 'massAssignment', program })),
]
