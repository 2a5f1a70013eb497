import type { Payload } from 'payload'

import type { DriverOutcome } from '../port'

import { DomainError } from '../../kernel/errors'
import { queryRows, sql, statementsOn } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { driverOf, findServer, openServer } from './access'

/** What came of a test of the connection. */
export type ServerTest = { isGood: boolean; note: string }

const judge = (outcome: DriverOutcome<{ note: string }>): ServerTest => {
  switch (outcome.kind) {
    case 'needsAction':
      return { isGood: true, note: 'Dikerjakan orang; tidak ada koneksi yang diuji.' }
    case 'ok':
      return { isGood: true, note: outcome.value.note }
    default:
      return { isGood: false, note: outcome.reason }
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * Speaks to a server with what is kept of it and writes down what came of it. Creates and changes nothing there.
 *
 * @throws DomainError `notFound`
 */
export const testServer = async (payload: Payload, serverId: string): Promise<ServerTest> => {
  const server = UUID.test(serverId) ? await findServer(statementsOn(payload), serverId) : null
  if (!server) {
    throw new DomainError('notFound')
  }
  const way = driverOf(payload, server)
  const test = judge(await way.testConnection(openServer(payload, server)))
  const at = clock.now().toISOString()
  await queryRows(
    payload,
    sql`update hosting_servers set tested_at = ${at}, is_test_good = ${test.isGood},
      test_note = ${test.note}, updated_at = ${at} where id = ${serverId}::uuid`,
  )
  return test
}
