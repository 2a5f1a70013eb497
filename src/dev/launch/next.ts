import { resolve } from 'node:path'

/** Next's own command line. */
export const nextProgram = resolve('node_modules/next/dist/bin/next')

/**
 * Node's arguments that serve the built shop; `npm run serve` uses the same. V8 clears memory with four
 * threads beside the main one wherever it runs, and on two cores those hold up for a tenth of a second
 * what they should not disturb; 0 lets their number follow from the cores
 * (https://nodejs.org/docs/latest-v20.x/api/cli.html#--v8-pool-sizenum).
 */
export const nextStart: readonly string[] = ['--v8-pool-size=0', nextProgram, 'start']
