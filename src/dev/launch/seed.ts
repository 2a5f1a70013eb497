import config from '@payload-config'
import { getPayload } from 'payload'

import { seedDemo } from '../seed'
import { readPlaces } from '../seed/demoServers'

/** Runs the seed in a process of its own and tells the launcher who may log in. */
const run = async (): Promise<void> => {
  const payload = await getPayload({ config })
  const { customer, staff } = await seedDemo({ payload, places: readPlaces(process.env) })
  const logins = [...staff, customer].map(({ email, password, role }) => ({
    email,
    password,
    role,
  }))
  await new Promise((resolve) => process.send?.({ logins }, resolve))
}

try {
  await run()
  // Payload's pool never lets the process end by itself (#11727).
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`)
  process.exit(1)
}
