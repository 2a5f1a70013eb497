import { fileURLToPath } from 'node:url'

import type { Group } from '../../support/figures/program'

import { runInChild } from '../inChild'

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Strangers at the doors of scopes and reports, guessed passwords, and proofs that lead inside. */
export const reports: Group = (options) => runInChild({ options, part: 'reports', program })
