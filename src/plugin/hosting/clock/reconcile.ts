import type { Payload } from 'payload'

import type { Lease } from '../converge/lease'
import type { Turn } from '../converge/step'
import type { Reconciliation } from './report'

import { newId, queryRows, runInTransaction, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { lockAccount } from '../accounts/scene'
import { raiseAlarm } from '../converge/alarm'
import { beginCall, callServer, endCall } from '../converge/call'
import { queueConverge } from '../converge/job'
import { renewal, returnLease, takeLease } from '../converge/lease'
import { resolveEvent, resolveStep } from '../converge/rules'
import { findServer } from '../servers/access'
import { keepReconciliation } from './report'

/** So many services are looked at in one run; those not seen for longest first. */
const MOST = 500

/** A server that did not answer so often is left alone for the rest of the run. */
const MOST_SILENCES = 2

type Live = { id: string; serverId: string }
type Look = 'alarmed' | 'fine' | 'healed' | 'unseen'

const findLive = (payload: Payload): Promise<Live[]> =>
  queryRows(
    payload,
    sql`select a.id, a.server_id::text as "serverId" from hosting_accounts a
        join hosting_servers s on s.id = a.server_id
      where a.state in ('active', 'provisioning', 'suspended') and a.reference is not null
        and s.driver <> 'manual' and not coalesce(s.is_in_maintenance, false)
      order by a.observed_at nulls first, a.id limit ${MOST}`,
  )

/** Writes the look down before it is made; null when there is nothing to look at any more. */
const beginLook = (payload: Payload, lease: Lease): Promise<null | Turn> =>
  runInTransaction(payload, async (tx) => {
    const account = await lockAccount(tx, lease.accountId)
    const server = account && (await findServer(tx, account.serverId))
    if (!server || account.leaseBy !== lease.by) {
      return null
    }
    await tx.rows(sql`update hosting_accounts set ${renewal()} where id = ${account.id}`)
    const callId = await beginCall(tx, { account, verb: 'inspect' })
    return { account, before: account.observed, callId, server, verb: 'inspect' }
  })

/** What was seen is recorded; what is apart is healed by the one job, or people are called. */
const endLook = (
  payload: Payload,
  { lease, turn }: { lease: Lease; turn: Turn },
  outcome: Awaited<ReturnType<typeof callServer>>,
): Promise<Look> =>
  runInTransaction(payload, async (tx) => {
    const account = await lockAccount(tx, lease.accountId)
    await endCall(tx, { callId: turn.callId, outcome })
    if (
      outcome.kind !== 'ok' ||
      typeof outcome.value !== 'string' ||
      account?.leaseBy !== lease.by
    ) {
      return 'unseen'
    }
    account.observed = outcome.value
    await tx.rows(sql`update hosting_accounts set observed = ${outcome.value},
      observed_at = ${clock.now().toISOString()} where id = ${account.id}`)
    const step = resolveStep({ ...account, driver: turn.server.driver })
    if (step === 'none') {
      if (account.alarmedAt || resolveEvent(account.state, account)) {
        await queueConverge(tx, { accountId: account.id, isUrgent: false })
      }
      return 'fine'
    }
    if (step === 'vanished') {
      await raiseAlarm(tx, account, 'Layanan ini tidak ditemukan lagi di servernya.')
      return 'alarmed'
    }
    await queueConverge(tx, { accountId: account.id, isUrgent: account.wanted === 'on' })
    return 'healed'
  })

const look = async (payload: Payload, accountId: string): Promise<Look> => {
  const lease = await takeLease(payload, { accountId, jobId: newId() })
  if (!lease) {
    return 'unseen'
  }
  const turn = await beginLook(payload, lease)
  const seen = turn
    ? await endLook(payload, { lease, turn }, await callServer(payload, turn))
    : 'unseen'
  await returnLease(payload, lease)
  return seen
}

/**
 * Compares what is wanted with what is seen, through every server's own answer, and has what is apart
 * healed. Each service is taken in hand for the look, so nothing is healed twice at once. Keeps a report.
 */
export const reconcileHosting = async (payload: Payload, now: Date): Promise<Reconciliation> => {
  const silences = new Map<string, number>()
  const count = { alarmed: 0, fine: 0, healed: 0, unseen: 0 }
  for (const { id, serverId } of await findLive(payload)) {
    const isSilent = (silences.get(serverId) ?? 0) >= MOST_SILENCES
    const seen = isSilent ? 'unseen' : await look(payload, id)
    count[seen] += 1
    silences.set(serverId, seen === 'unseen' ? (silences.get(serverId) ?? 0) + 1 : 0)
  }
  const { alarmed, fine, healed, unseen } = count
  const apart = alarmed + healed
  const at = now.toISOString()
  const report = { alarmed, apart, at, healed, looked: fine + apart, unseen }
  await keepReconciliation(payload, report)
  return report
}
