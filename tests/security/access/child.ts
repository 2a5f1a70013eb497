import type { GroupOptions } from '../../support/figures/program'
import type { Measured } from '../../support/figures/row'

import { handOver } from '../inChild'
import { measureCrossReads } from './crossReads'
import { measureMassAssignment } from './massAssignment'
import { measureMatrix } from './matrix'
import { type LoneShop, openLoneShop } from './shop'

/** Each part has a shop of its own: the matrix wants it empty, and deletes what it may. */
const PARTS: Record<string, (shop: LoneShop, options: GroupOptions) => Promise<Measured[]>> = {
  crossReads: measureCrossReads,
  massAssignment: measureMassAssignment,
  matrix: measureMatrix,
}

const [part = '', seed, size] = process.argv.slice(2)
const measure = PARTS[part]
if (!measure) {
  throw new Error(`No part ${part}`)
}
// It ends with the run that started it.
process.once('disconnect', () => process.exit(1))
const shop = await openLoneShop()
const measured = await measure(shop, { seed: Number(seed), size: Number(size) })
await shop.close()
handOver(measured)
