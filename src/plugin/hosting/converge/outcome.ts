import type { Payload } from 'payload'

import type { AccountScene } from '../accounts/scene'
import type { CreatedService, ServiceSight } from '../port'
import type { CallOutcome } from './call'
import type { Lease } from './lease'
import type { Turn } from './step'

import { sql, type Tx } from '../../kernel/payload'
import { withAccount } from '../accounts/ask'
import { openTask } from '../runbook/tasks'
import { raiseAlarm } from './alarm'
import { countPromises, endCall } from './call'
import { failCreation, keepCreated } from './creation'
import { waitUntil } from './later'
import { tellStaff } from './news'
import { believe, MOST_MISMATCHES, REJECTED_MS, resolveStep } from './rules'
import { seenNow } from './step'

/** What the job does next. */
type Next = 'again' | 'stop'

/** A call and what came of it; `tried` is the deed that the look comes after. */
type Ended = {
  account: AccountScene
  outcome: CallOutcome
  tried: null | Turn
  turn: Turn
  tx: Tx
}

/** Nothing was done, so it stands as it stood; unless people have said something new meanwhile. */
const restore = async ({ account, turn, tx }: Ended): Promise<void> => {
  if (turn.verb !== 'inspect') {
    await tx.rows(sql`update hosting_accounts set observed = ${turn.before}
      where id = ${account.id} and observed = 'unknown'`)
  }
}

const onRejected = async (ended: Ended, reason: string): Promise<Next> => {
  const { account, turn, tx } = ended
  await restore(ended)
  if (account.wish !== turn.account.wish && account.wanted === 'gone') {
    return 'again'
  }
  const isFirst = account.state === 'provisioning' && account.reference === null
  if (turn.verb === 'create' && isFirst && turn.before === 'absent') {
    await failCreation(tx, account, reason)
    return 'stop'
  }
  await raiseAlarm(tx, account, `Server menolak: ${reason}`)
  await waitUntil(tx, account, { isFailure: true, reason, waitMs: REJECTED_MS })
  return 'stop'
}

const STEP_WORDS = {
  create: 'Siapkan layanan',
  resume: 'Nyalakan lagi',
  suspend: 'Matikan sementara',
  terminate: 'Hapus layanan',
} as const

const askPeople = async (ended: Ended, steps: readonly string[]): Promise<Next> => {
  const { account, turn, tx } = ended
  const { verb } = turn
  if (verb === 'inspect') {
    await tx.rows(sql`update hosting_accounts set observed = ${believe(account.state)}
      where id = ${account.id} and observed = 'unknown'`)
    return 'again'
  }
  await restore(ended)
  const { wish } = turn.account
  if (wish !== account.wish) {
    return 'again'
  }
  const task = await openTask(tx, { accountId: account.id, deed: verb, steps, wish })
  await tx.rows(sql`update hosting_accounts set next_try_at = null, last_error = null
    where id = ${account.id}`)
  if (task) {
    const note = STEP_WORDS[verb]
    await tellStaff(tx, account, { event: 'hosting.task', note, step: `${verb}/${wish}` })
  }
  return 'stop'
}

/** The server says it is done, or nobody knew, and it is not done. */
const onMismatch = async (ended: Ended, tried: Turn, sight: ServiceSight): Promise<Next> => {
  const { account, tx } = ended
  const wanted = tried.verb === 'resume' || tried.verb === 'create' ? 'on' : 'off'
  const desired: ServiceSight = tried.verb === 'terminate' ? 'absent' : wanted
  const promises = await countPromises(tx, { account, sight: desired, verb: tried.verb })
  const reason = `Server menjawab selesai, tetapi terlihat ${sight}`
  if (promises < MOST_MISMATCHES) {
    await waitUntil(tx, account, { isFailure: true, reason })
    return 'stop'
  }
  await tx.rows(sql`update hosting_accounts set tries = tries + 1, last_error = ${reason},
    next_try_at = null where id = ${account.id}`)
  await raiseAlarm(tx, account, `${reason}. Sudah dicoba ${promises} kali.`)
  return 'stop'
}

const onSight = async (ended: Ended, sight: ServiceSight): Promise<Next> => {
  const { account, tried, turn, tx } = ended
  await tx.rows(sql`update hosting_accounts set observed = ${sight}, observed_at = ${seenNow()}
    where id = ${account.id}`)
  account.observed = sight
  const step = resolveStep({ ...account, driver: turn.server.driver })
  const isStill = tried !== null && step === tried.verb && tried.account.wish === account.wish
  // Made, but nobody heard its address: asked for once more, it tells.
  const isUntold = sight !== 'absent' && tried?.verb === 'create' && tried.before === 'absent'
  return isStill && !isUntold ? onMismatch(ended, tried, sight) : 'again'
}

const onOk = async (ended: Ended): Promise<Next> => {
  const { outcome, turn } = ended
  if (outcome.kind !== 'ok') {
    return 'stop'
  }
  if (turn.verb === 'inspect') {
    return onSight(ended, outcome.value as ServiceSight)
  }
  if (turn.verb === 'create') {
    await keepCreated(ended.tx, ended.account, outcome.value as CreatedService)
  }
  return 'again'
}

/** Nobody could do or see anything: again later, at once when the wish has changed meanwhile. */
const onAway = async (ended: Ended, reason: string): Promise<Next> => {
  const { account, outcome, turn, tx } = ended
  if (outcome.kind === 'unavailable') {
    await restore(ended)
  }
  const isToBeLookedAt = outcome.kind === 'unknown' && turn.verb !== 'inspect'
  if (isToBeLookedAt || account.wish !== turn.account.wish) {
    return 'again'
  }
  await waitUntil(tx, account, { isFailure: true, reason })
  return 'stop'
}

const conclude = (ended: Ended): Promise<Next> => {
  const { outcome, turn } = ended
  switch (outcome.kind) {
    case 'needsAction':
      return askPeople(ended, outcome.steps)
    case 'ok':
      return onOk(ended)
    case 'rejected':
      return turn.verb === 'inspect'
        ? onAway(ended, outcome.reason)
        : onRejected(ended, outcome.reason)
    default:
      return onAway(ended, outcome.reason)
  }
}

/**
 * Writes down what came of a call and what follows from it. Whoever lost the service meanwhile writes
 * only the call. Under the locks of order and service.
 */
export const endStep = (
  payload: Payload,
  {
    lease,
    outcome,
    tried,
    turn,
  }: { lease: Lease; outcome: CallOutcome; tried: null | Turn; turn: Turn },
): Promise<Next> =>
  withAccount(payload, lease.accountId, async (tx, account) => {
    await endCall(tx, { callId: turn.callId, outcome })
    return account.leaseBy === lease.by ? conclude({ account, outcome, tried, turn, tx }) : 'stop'
  })
