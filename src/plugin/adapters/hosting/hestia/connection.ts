import type { DriverOutcome } from '../../../hosting/port'
import type { HestiaCall, HestiaWay } from './api'

import { EXIT, verdictOfCode } from './codes'

/** Commands that the verbs run: what the profile of the access key has to list. */
export const HESTIA_COMMANDS = [
  'v-list-user',
  'v-list-web-domain',
  'v-add-user',
  'v-add-web-domain',
  'v-suspend-user',
  'v-suspend-web-domain',
  'v-unsuspend-user',
  'v-unsuspend-web-domain',
  'v-delete-user',
] as const

const FORBIDDEN = 10

/**
 * Asks for every command without any argument: the key is checked first, and a command without
 * arguments ends with code 1 before it does anything.
 */
export const testHestia = async (
  way: HestiaWay,
  call: HestiaCall,
): Promise<DriverOutcome<{ note: string }>> => {
  const missing: string[] = []
  for (const command of HESTIA_COMMANDS) {
    const end = await call(command, [])
    if (end.kind === 'failed') {
      return end.outcome
    }
    if (end.code === FORBIDDEN) {
      missing.push(command)
    } else if (end.code !== EXIT.args) {
      return verdictOfCode(command, end.code)
    }
  }
  if (missing.length === HESTIA_COMMANDS.length) {
    return verdictOfCode('the API', FORBIDDEN)
  }
  return missing.length > 0
    ? { kind: 'rejected', reason: `the profile of the key lacks commands: ${missing.join(', ')}` }
    : { kind: 'ok', value: { note: `Hestia answers at ${new URL(way.server.address).host}` } }
}
