import { makeRandom } from '../../support/load/random'
import { handOver } from '../inChild'
import { measureDoors } from './doors'
import { measureGuesses } from './guesses'
import { measureNames } from './names'
import { measureProofs } from './proofs'
import { openHouse } from './house'

const [, seed, size] = process.argv.slice(2)
const options = { random: makeRandom(Number(seed) + 11), size: Number(size) }
// It ends with the run that started it.
process.once('disconnect', () => process.exit(1))
const house = await openHouse()
const measured = [
  ...(await measureDoors(house, options)),
  ...(await measureGuesses(house, options)),
  ...(await measureNames(house, options)),
  ...(await measureProofs(options)),
]
await house.close()
handOver(measured)
