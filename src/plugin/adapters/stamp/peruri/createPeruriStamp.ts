import type { StampAdapter, StampOutcome } from '../../../spk/port'
import type { PeruriOptions, PeruriSettings } from './options'

import { affixStamp } from './affixStamp'
import { rowsOf, textOf } from './answer'
import { apiUrl } from './http'
import { resolvePeruri } from './options'
import { reserveSerial, type Service } from './reserveSerial'
import { openSession } from './session'

const findBalance = async ({
  session,
  settings,
}: Service): Promise<StampOutcome<{ left: number }>> => {
  const url = apiUrl(settings.backendUrl, '/function/saldopos')
  const end = await session.call({ build: () => ({ json: {} }), method: 'POST', url })
  if (end.kind !== 'done') {
    return { kind: 'unavailable', reason: `balance: ${end.reason}` }
  }
  const left = textOf(end.json, 'saldo')
  return /^\d{1,12}$/.test(left)
    ? { kind: 'ok', value: { left: Number(left) } }
    : { kind: 'unavailable', reason: 'balance: the answer names none' }
}

const STAMPED: Readonly<Record<string, boolean>> = { NOTSTAMP: false, STAMP: true }

const findStatus = async (
  { session, settings }: Service,
  serial: string,
): Promise<StampOutcome<{ isStamped: boolean }>> => {
  const url = apiUrl(settings.backendUrl, '/api/chanel/stamp/ext')
  url.searchParams.set('filter', serial)
  const end = await session.call({ method: 'GET', url })
  if (end.kind !== 'done') {
    return { kind: 'unavailable', reason: `status: ${end.reason}` }
  }
  const row = rowsOf(end.json).find((each) => Object.values(each).includes(serial))
  const isStamped = STAMPED[textOf(row, 'status').toUpperCase()]
  return isStamped === undefined
    ? { kind: 'unknown', reason: 'status: the answer does not speak of this serial' }
    : { kind: 'ok', value: { isStamped } }
}

const report = <T>(
  { logger }: PeruriSettings,
  operation: string,
  outcome: StampOutcome<T>,
): StampOutcome<T> => {
  if (outcome.kind !== 'ok') {
    const { kind, reason } = outcome
    logger.warn({ event: 'stamp.peruri', kind, operation, reason }, 'Peruri call failed')
  }
  return outcome
}

/**
 * Connects the port of SPK to Peruri's hosted service. Reads neither the clock nor the environment,
 * never throws after start, makes one work after the other, and never repeats a call that may have
 * cost something.
 *
 * @throws TypeError at start when an option is wrong
 */
export function createPeruriStamp(options: PeruriOptions): StampAdapter {
  const settings = resolvePeruri(options)
  const service: Service = { session: openSession(settings), settings }
  const { inTurn } = service.session
  const run = async <T>(operation: string, work: () => Promise<StampOutcome<T>>) =>
    report(settings, operation, await inTurn(work))
  return {
    balance: () => run('balance', () => findBalance(service)),
    id: 'peruri',
    reserveSerial: (document) => run('reserveSerial', () => reserveSerial(service, document)),
    stamp: (order) => run('stamp', () => affixStamp(service, order)),
    status: (serial) => run('status', () => findStatus(service, serial)),
  }
}
