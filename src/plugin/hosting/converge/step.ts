import type { Payload } from 'payload'

import type { AccountScene } from '../accounts/scene'
import type { Lease } from './lease'
import type { Verb } from './call'

import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { withAccount } from '../accounts/ask'
import { lockAccount } from '../accounts/scene'
import { findServer, type ServerRow } from '../servers/access'
import { raiseAlarm } from './alarm'
import { beginCall } from './call'
import { renewal } from './lease'
import { waitUntil } from './later'
import { MAINTENANCE_MS, resolveStep } from './rules'
import { settleAccount } from './settle'
import { takePlace } from './waitForServer'

/** A call that was written down and is about to be made. */
export type Turn = {
  account: AccountScene
  /** What was seen before the call made it unknown. */
  before: AccountScene['observed']
  callId: string
  server: ServerRow
  verb: Verb
}

type Begun = { kind: 'call'; turn: Turn } | { kind: 'settle' } | { kind: 'stop' }

const STOP: Begun = { kind: 'stop' }

const OPEN: readonly string[] = ['active', 'failed', 'provisioning', 'suspended']

const isOurs = (account: AccountScene | null, lease: Lease): account is AccountScene =>
  account?.leaseBy === lease.by && OPEN.includes(account.state)

const begin = async (
  tx: Tx,
  { account, server, verb }: { account: AccountScene; server: ServerRow; verb: Verb },
): Promise<Begun> => {
  const callId = await beginCall(tx, { account, verb })
  const touched = verb === 'inspect' ? sql`` : sql`, observed = 'unknown'`
  await tx.rows(sql`update hosting_accounts set ${renewal()} ${touched} where id = ${account.id}`)
  return { kind: 'call', turn: { account, before: account.observed, callId, server, verb } }
}

/** Something has to be done at a server: is there one, and may it be touched now? */
const approach = async (
  tx: Tx,
  { account, server, verb }: { account: AccountScene; server: null | ServerRow; verb: Verb },
): Promise<Begun> => {
  if (!server) {
    await raiseAlarm(tx, account, 'Server layanan ini sudah tidak ada di daftar.')
    return STOP
  }
  if (server.isInMaintenance) {
    const reason = `Server ${server.name} sedang dalam pemeliharaan`
    await waitUntil(tx, account, { isFailure: false, reason, waitMs: MAINTENANCE_MS })
    return STOP
  }
  return begin(tx, { account, server, verb })
}

/** Decides what comes next and writes it down before it is done: what dies in between is unknown. */
export const beginStep = (payload: Payload, lease: Lease): Promise<Begun> =>
  runInTransaction(payload, async (tx) => {
    const account = await lockAccount(tx, lease.accountId)
    if (!isOurs(account, lease)) {
      return STOP
    }
    const server = await findServer(tx, account.serverId)
    const step = resolveStep({ ...account, driver: server?.driver ?? null })
    if (step === 'create' && account.serverId === null) {
      const found = await takePlace(tx, account)
      return found ? approach(tx, { account, server: found, verb: step }) : STOP
    }
    switch (step) {
      case 'none':
        return { kind: 'settle' }
      case 'vanished':
        await tx.rows(sql`update hosting_accounts set next_try_at = null,
          last_error = 'Tidak ditemukan di server' where id = ${account.id}`)
        await raiseAlarm(tx, account, 'Layanan ini tidak ditemukan lagi di servernya.')
        return STOP
      default:
        return approach(tx, { account, server, verb: step })
    }
  })

/** Concludes what was seen; answers whether a new wish has come meanwhile. */
export const settleStep = (payload: Payload, lease: Lease): Promise<boolean> =>
  withAccount(payload, lease.accountId, async (tx, account) => {
    if (!isOurs(account, lease)) {
      return false
    }
    const server = await findServer(tx, account.serverId)
    if (resolveStep({ ...account, driver: server?.driver ?? null }) !== 'none') {
      return true
    }
    await settleAccount(tx, account)
    return false
  })

/** The moment of an observation. */
export const seenNow = (): string => clock.now().toISOString()
