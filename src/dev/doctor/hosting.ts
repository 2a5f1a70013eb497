import { request } from 'node:http'

import type { Environment } from '../../config/env'
import { findCaddy } from '../caddy/find'
import { withConnection } from '../postgres'
import { type Check, findingsOf } from './verdict'

const TIMEOUT_MS = 5_000

/** Asks the admin API by its socket or its port, as the driver does; answers the status. */
const askAdmin = (address: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const isSocket = address.startsWith('unix:')
    const { hostname, port } = new URL(isSocket ? 'http://localhost' : address)
    const where = isSocket ? { socketPath: address.slice('unix:'.length) } : { hostname, port }
    const asked = request({ ...where, path: '/config/', timeout: TIMEOUT_MS }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.once('timeout', () => asked.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)))
    asked.once('error', reject)
    asked.end()
  })

/** Whether sites can be made on a Caddy of this machine. */
export const caddyCheck = ({ CADDY_ADMIN_URL: address, CADDY_PATH }: Environment): Check => ({
  name: 'Caddy',
  run: async () => {
    const { ok, warn } = findingsOf('Caddy')
    if (address === undefined) {
      return [
        findCaddy(CADDY_PATH)
          ? ok('installed; npm start makes the sites of a demo with it')
          : ok(
              'none on this machine; a demo then makes hosting in simulators, where nobody sees it',
            ),
      ]
    }
    const status = await askAdmin(address).catch((error: unknown) => String(error))
    return [
      status === 200
        ? ok(`the admin API at ${address} answers`)
        : warn(`the admin API at ${address} does not answer well (${status}): sites wait`),
    ]
  },
})

type ServerRow = { driver: string; isGood: boolean | null; name: string; note: string | null }

const FIND_SERVERS = `select name, driver::text as driver, test_note as note,
    case when tested_at is null then null else is_test_good end as "isGood"
  from hosting_servers order by name`

/** What came of the last test of each server of hosting (*Uji koneksi* in the panel). */
export const serversCheck = (settings: Environment): Check => ({
  name: 'servers',
  run: async () => {
    const { ok, warn } = findingsOf('servers')
    const servers = await withConnection({
      url: settings.DATABASE_URL,
      work: async (client) => (await client.query<ServerRow>(FIND_SERVERS)).rows,
    })
    if (servers.length === 0) {
      return [ok('none yet: hosting can be sold, and is made once one stands in the panel')]
    }
    return servers.map(({ driver, isGood, name, note }) => {
      if (isGood === false) {
        return warn(`${name} (${driver}): the last test of its connection failed: ${note ?? ''}`)
      }
      const tested = isGood ? 'tested' : 'never tested; press Uji koneksi in the panel'
      return ok(
        driver === 'manual' ? `${name}: looked after by people` : `${name} (${driver}): ${tested}`,
      )
    })
  },
})
