import { handOver } from '../inChild'
import { raceDecisions } from './decisions'
import { openSpkHouse } from './spkHouse'

const [, , size] = process.argv.slice(2)
// It ends with the run that started it.
process.once('disconnect', () => process.exit(1))
const house = await openSpkHouse()
const measured = await raceDecisions(house, { size: Number(size) })
await house.close()
handOver(measured)
