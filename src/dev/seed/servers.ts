import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import { slugsOf } from '@/plugin/kernel/payload'
import { buildDemoServers, type ServerPlaces } from './demoServers'

const MOST_LOOKS = 300

/** The simulators make their certificates when they start, which may be a moment ago. */
const readCertificate = async (file: string): Promise<string> => {
  for (let looks = 0; !existsSync(file); looks += 1) {
    if (looks === MOST_LOOKS) {
      throw new Error(`${file} is missing; do the panel simulators run?`)
    }
    await wait(100)
  }
  return readFileSync(file, 'utf8')
}

/** Adds the servers whose names the shop does not have. */
export const seedServers = async (payload: Payload, places: ServerPlaces): Promise<void> => {
  const { hostingServers: collection } = slugsOf(payload)
  for (const server of buildDemoServers(places)) {
    const { certificate, name, ...rest } = server
    const where = { name: { equals: name } }
    const { totalDocs } = await payload.count({ collection, overrideAccess: true, where })
    if (totalDocs === 0) {
      const pem =
        certificate && (await readCertificate(join(places.panels?.folder ?? '', certificate)))
      const data = { ...rest, ...(pem && { certificate: pem }), name }
      await payload.create({ collection, data: data as never, depth: 0, overrideAccess: true })
    }
  }
}
