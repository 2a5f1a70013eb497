import type { Payload } from 'payload'

import type { Actor, Tx } from '../../kernel/payload'
import type { AccountScene } from '../accounts/scene'

import { DomainError } from '../../kernel/errors'
import { fireEvent, queryRows, runInTransaction, sql } from '../../kernel/payload'
import { doEach } from '../../kernel/queue'
import { addDays, clock, formatDay, type WibDay, wibDayOf } from '../../kernel/time'
import { withAccount } from '../accounts/ask'
import { hostingMachine } from '../accounts/machine'
import { lockAccount } from '../accounts/scene'
import { SWITCHED, wantService } from '../accounts/want'
import { tellCustomer } from '../converge/news'
import { hostingRuntime } from '../runtime'

/** The wish of a member of staff that a service ends. */
export type Termination = { accountId: string; actor: Actor; reason: string }

/** What became of it: waits for a second person, for the end of the export, or is on its way. */
export type TerminationStage = 'asked' | 'dropped' | 'ending' | 'exporting'

const LEAST_REASON = 5
const DROPPED: readonly string[] = ['failed', 'locked', 'ready']

/** Nothing of it was ever on a server, as far as anybody has seen. */
const isNeverCreated = ({ activatedAt, observed, reference }: AccountScene): boolean =>
  observed === 'absent' && reference === null && activatedAt === null

const drop = async (
  tx: Tx,
  account: AccountScene,
  { actor, reason }: Pick<Termination, 'actor' | 'reason'>,
): Promise<TerminationStage> => {
  await fireEvent({
    actor,
    event: 'drop',
    id: account.id,
    locked: account.state,
    machine: hostingMachine,
    note: { reason },
    table: 'hosting_accounts',
    tx,
  })
  return 'dropped'
}

const wantGone = async (tx: Tx, account: AccountScene, reason: string): Promise<void> => {
  await wantService(tx, account, { reason, wanted: 'gone' })
}

/** Decided: its data can be fetched for a while, then it is removed. */
const decide = async (
  tx: Tx,
  account: AccountScene,
  { by, reason }: { by: string; reason: string },
): Promise<TerminationStage> => {
  const { exportDays } = hostingRuntime.get(tx.payload)
  const isAtOnce = isNeverCreated(account) || exportDays === 0
  const until = addDays(wibDayOf(clock.now()), isAtOnce ? 0 : exportDays)
  await tx.rows(sql`update hosting_accounts set termination_agreed_by = ${by},
    export_until = ${until}, updated_at = ${clock.now().toISOString()} where id = ${account.id}`)
  account.terminationAgreedBy = by
  if (isAtOnce) {
    await wantGone(tx, account, reason)
    return 'ending'
  }
  await tellCustomer(tx, account, {
    event: 'hosting.exporting',
    note: formatDay(until, account.locale),
    step: `exporting ${clock.now().toISOString()}`,
  })
  return 'exporting'
}

const ask = async (
  tx: Tx,
  account: AccountScene,
  { actor, reason }: Termination,
): Promise<TerminationStage> => {
  const at = clock.now().toISOString()
  await tx.rows(sql`update hosting_accounts set termination_reason = ${reason},
    termination_by = ${actor.label ?? ''}, termination_by_id = ${actor.id ?? null},
    termination_at = ${at}, termination_agreed_by = null, export_until = null, updated_at = ${at}
    where id = ${account.id}`)
  const { needsSecondPerson } = hostingRuntime.get(tx.payload)
  return needsSecondPerson && !isNeverCreated(account)
    ? 'asked'
    : decide(tx, account, { by: actor.label ?? '', reason })
}

/**
 * Staff want a service to end. What was never created is dropped at once; all else is decided when a
 * second person agrees, where the shop wants one, and removed after the days of export.
 *
 * @throws DomainError `notFound`, `hosting.reasonRequired`, `hosting.terminationAsked`,
 * `event.notAllowed`, `event.notPermitted`
 */
export const proposeTermination = (
  payload: Payload,
  asked: Termination,
): Promise<TerminationStage> =>
  withAccount(payload, asked.accountId, async (tx, account) => {
    const reason = asked.reason.trim()
    if (reason.length < LEAST_REASON) {
      throw new DomainError('hosting.reasonRequired', { field: 'reason' })
    }
    if (DROPPED.includes(account.state)) {
      return drop(tx, account, { actor: asked.actor, reason })
    }
    if (!SWITCHED.includes(account.state)) {
      throw new DomainError('event.notAllowed', {
        event: 'terminate',
        machine: hostingMachine.name,
        state: account.state,
      })
    }
    if (account.terminationAt) {
      throw new DomainError('hosting.terminationAsked')
    }
    return ask(tx, account, { ...asked, reason })
  })

const assertAsked = (account: AccountScene): void => {
  if (!account.terminationAt || account.wanted === 'gone' || !SWITCHED.includes(account.state)) {
    throw new DomainError('hosting.notEnding')
  }
}

/**
 * A second person agrees that a service ends: from now its data can be fetched for so many days.
 *
 * @throws DomainError `notFound`, `hosting.notEnding`, `hosting.terminationAsked`, `hosting.secondPerson`
 */
export const agreeTermination = (
  payload: Payload,
  { accountId, actor }: Omit<Termination, 'reason'>,
): Promise<TerminationStage> =>
  withAccount(payload, accountId, async (tx, account) => {
    assertAsked(account)
    if (account.terminationAgreedBy !== null) {
      throw new DomainError('hosting.terminationAsked')
    }
    if (!actor.id || actor.id === account.terminationById) {
      throw new DomainError('hosting.secondPerson')
    }
    const reason = 'Diakhiri dengan persetujuan dua orang'
    return decide(tx, account, { by: actor.label ?? '', reason })
  })

/** Tells a customer who was told to fetch his data that his service stays. */
export const tellKept = async (tx: Tx, account: AccountScene): Promise<void> => {
  if (account.exportUntil) {
    const step = `kept ${account.terminationAt}`
    await tellCustomer(tx, account, { event: 'hosting.kept', note: '', step })
  }
}

/**
 * Takes the end of a service back, as long as its removal has not begun.
 *
 * @throws DomainError `notFound`, `hosting.notEnding`
 */
export const withdrawTermination = (
  payload: Payload,
  { accountId }: Pick<Termination, 'accountId'>,
): Promise<void> =>
  withAccount(payload, accountId, async (tx, account) => {
    assertAsked(account)
    await tellKept(tx, account)
    await tx.rows(sql`update hosting_accounts set termination_reason = null, termination_by = null,
      termination_by_id = null, termination_at = null, termination_agreed_by = null,
      export_until = null, updated_at = ${clock.now().toISOString()} where id = ${accountId}`)
  })

const isOver = (account: AccountScene, today: WibDay): boolean =>
  account.terminationAgreedBy !== null &&
  account.exportUntil !== null &&
  account.exportUntil < today &&
  SWITCHED.includes(account.state)

/** Has those removed whose days of export are over. Safe to run twice. */
export const endExports = async (payload: Payload, now: Date): Promise<void> => {
  const today = wibDayOf(now)
  const due = await queryRows<{ id: string; orderId: string }>(
    payload,
    sql`select id, order_id as "orderId" from hosting_accounts where export_until < ${today}
      and termination_agreed_by is not null and wanted <> 'gone'
      and state in ('active', 'provisioning', 'suspended') order by export_until limit 100`,
  )
  await doEach(due, ({ id, orderId }) =>
    runInTransaction(payload, async (tx) => {
      await hostingRuntime.get(payload).owner.lock(tx, orderId)
      const account = await lockAccount(tx, id)
      if (account && isOver(account, today)) {
        await wantGone(tx, account, 'Masa ambil data selesai')
      }
    }),
  )
}
