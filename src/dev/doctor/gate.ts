import type { Environment } from '../../config/env'
import { type Check, findingsOf } from './verdict'

type MapHead = { hosts?: Record<string, unknown[]>; known?: number }

/** Fetches the map as a gate on a hosting server would. */
export const gateCheck = (settings: Environment): Check => ({
  name: 'gate',
  run: async () => {
    const { fail, ok, warn } = findingsOf('gate')
    const { GATE_TOKEN: token, SERVER_URL: shop } = settings
    if (token === undefined) {
      return [ok('off: without GATE_TOKEN nobody gets the map of suspended sites')]
    }
    const response = await fetch(`${shop}/api/gate/map`, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined)
    if (!response) {
      return [warn(`the map cannot be fetched: ${shop} does not answer`)]
    }
    if (response.status !== 200) {
      return [fail(`${shop}/api/gate/map answers with status ${response.status}`)]
    }
    const { hosts = {}, known = 0 } = (await response.json()) as MapHead
    const listed = Object.values(hosts).reduce((sum, names) => sum + names.length, 0)
    return [ok(`the map can be fetched: ${listed} names are not on, ${known} are known`)]
  },
})
