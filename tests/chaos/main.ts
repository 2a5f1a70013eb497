import { fileURLToPath } from 'node:url'

import { runSteadily } from '../support/figures/steady'

await runSteadily(fileURLToPath(new URL('./program.ts', import.meta.url)))
