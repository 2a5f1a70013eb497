import type { Payload } from 'payload'

import type { Actor, Tx } from '../../kernel/payload'
import type { AccountScene } from './scene'

import { DomainError } from '../../kernel/errors'
import { findMove } from '../../kernel/machine'
import {
  findSqlConstraint,
  fireEvent,
  queryRows,
  runInTransaction,
  sql,
} from '../../kernel/payload'
import { drawPassword } from '../../kernel/secrets'
import { clock } from '../../kernel/time'
import { findBlockers } from '../blockers/actions'
import { queueConverge } from '../converge/job'
import { waitForServer } from '../converge/waitForServer'
import { hostingRuntime } from '../runtime'
import { findPlace, isServed, lockPlaces } from '../servers/place'
import { hostingMachine } from './machine'
import { drawServiceName } from './name'
import { lockAccount } from './scene'
import { sealServiceSecrets } from './secrets'

/** What a new service is to be; its names were checked by whoever calls. */
export type ServiceRequest = {
  accountId: string
  actor: Actor
  /** Judged under the locks before anything is written, e.g. whether the name is free. */
  check?: (tx: Tx) => Promise<void>
  /** Whose it has to be, when a customer asks. */
  customerId?: string
  /** The main name in ASCII, lower case; null for machines without. */
  domain: null | string
  /** All names in ASCII, the main one first. */
  hosts: readonly string[]
  /** Where it is to stand; anywhere when null. */
  region: null | string
  /** Further wishes of the customer, for people. */
  request: null | Readonly<Record<string, unknown>>
}

/** A request that was taken. */
export type ServiceAsked = { name: string; state: string; wish: number }

/** The order of a service; its lock comes first. */
export const getOrderOf = async (payload: Payload, accountId: string): Promise<string> => {
  const [row] = await queryRows<{ orderId: string }>(
    payload,
    sql`select order_id as "orderId" from hosting_accounts where id = ${accountId}`,
  )
  if (!row) {
    throw new DomainError('notFound')
  }
  return row.orderId
}

/** A service under the lock of its order and its own. */
export const withAccount = async <T>(
  payload: Payload,
  accountId: string,
  work: (tx: Tx, account: AccountScene) => Promise<T>,
): Promise<T> => {
  const orderId = await getOrderOf(payload, accountId)
  return runInTransaction(payload, async (tx) => {
    await hostingRuntime.get(payload).owner.lock(tx, orderId)
    const account = await lockAccount(tx, accountId)
    if (!account) {
      throw new DomainError('notFound')
    }
    return work(tx, account)
  })
}

/**
 * A server for a new service; null when all are full, for then what is paid for waits. Whoever may choose
 * another region, or names one that is not there, chooses again.
 */
const pickPlace = async (
  tx: Tx,
  { kind }: AccountScene,
  region: null | string,
): Promise<null | string> => {
  await lockPlaces(tx)
  const place = await findPlace(tx, { kind, region })
  if (place || region === null) {
    return place?.id ?? null
  }
  const isElsewhere = (await findPlace(tx, { kind, region: null })) !== null
  if (isElsewhere || !(await isServed(tx, { kind, region }))) {
    throw new DomainError('hosting.noServer', { field: 'region' })
  }
  return null
}

/** Said before anything else is looked for: who may not ask hears that, and not where there is room. */
const assertOpen = ({ state }: AccountScene): void => {
  if (!findMove({ event: 'create', from: state, machine: hostingMachine })) {
    const details = { event: 'create', machine: hostingMachine.name, state }
    throw new DomainError('event.notAllowed', details)
  }
}

const create = async (
  tx: Tx,
  account: AccountScene,
  asked: ServiceRequest,
): Promise<ServiceAsked> => {
  const { id, wish } = account
  const serverId = await pickPlace(tx, account, asked.region)
  const name = account.name ?? (await drawServiceName(tx, id))
  const secrets = { password: drawPassword() }
  const at = clock.now().toISOString()
  const { to } = await fireEvent({
    actor: asked.actor,
    event: 'create',
    id,
    locked: account.state,
    machine: hostingMachine,
    note: { metadata: { domain: asked.domain, serverId } },
    set: sql`domain = ${asked.domain}, hosts = ${JSON.stringify(asked.hosts)}::jsonb,
      region = ${asked.region}, request = ${JSON.stringify(asked.request)}::jsonb,
      server_id = ${serverId}::uuid, name = ${name}, wanted = 'on', wish = ${wish + 1},
      wanted_reason = 'Diminta dibuat', wanted_at = ${at}, last_error = null, tries = 0,
      next_try_at = null, alarmed_at = null, reference = null, secrets_shown_at = null,
      secrets_sealed = ${sealServiceSecrets({ accountId: id, payload: tx.payload, secrets })}`,
    table: 'hosting_accounts',
    tx,
  })
  if (serverId === null) {
    await waitForServer(tx, { ...account, alarmedAt: null, tries: 0, wanted: 'on', wish: wish + 1 })
  } else {
    await queueConverge(tx, { accountId: id, isUrgent: true })
  }
  return { name, state: to, wish: wish + 1 }
}

const isTaken = (error: unknown): boolean => findSqlConstraint(error) === 'hosting_accounts_domain'

/**
 * A customer, or staff for him, has his service made: a server is picked, name and password are drawn,
 * and the work begins when this commits. Where all servers are full it waits for the next free slot. Asked for again after a failure it keeps its name.
 *
 * @throws DomainError `notFound`, `event.notAllowed`, `event.notPermitted`, `hosting.blocked`,
 * `hosting.noServer`, `hosting.domainTaken`
 */
export const askForService = async (
  payload: Payload,
  asked: ServiceRequest,
): Promise<ServiceAsked> => {
  try {
    return await withAccount(payload, asked.accountId, async (tx, account) => {
      if (asked.customerId !== undefined && asked.customerId !== account.customerId) {
        throw new DomainError('notFound')
      }
      assertOpen(account)
      if ((await findBlockers(tx, account.orderId)).length > 0) {
        throw new DomainError('hosting.blocked')
      }
      await asked.check?.(tx)
      return create(tx, account, asked)
    })
  } catch (error) {
    throw isTaken(error) ? new DomainError('hosting.domainTaken', { field: 'domain' }) : error
  }
}
