import config from '@payload-config'
import { getPayload } from 'payload'

import { seedDemo } from '.'
import { readPlaces } from './demoServers'

const payload = await getPayload({ config })
const { customer, products, staff } = await seedDemo({
  payload,
  places: readPlaces(process.env),
})

const lines = [...staff, customer].map(({ email, password, role }) =>
  [role.padEnd(8), email.padEnd(22), password ?? '(already there, password unchanged)'].join('  '),
)
process.stdout.write(`Demo shop: ${products.length} products.\n${lines.join('\n')}\n`)

// The pool of the database adapter keeps one client for ever: only an exit ends this.
process.exit(0)
