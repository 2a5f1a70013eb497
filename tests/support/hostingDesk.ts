import type { DriverId } from '@/plugin/hosting'
import type { ShopInUse } from './useShop'

import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'

import { askForService, convergeTask, hostingRuntime, type ServiceRequest } from '@/plugin/hosting'
import { reconcileHosting } from '@/plugin/hosting/clock/reconcile'
import { tendHosting } from '@/plugin/hosting/clock/tend'
import { blockService, unblockService } from '@/plugin/hosting'
import { runInTransaction, slugsOf, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { orderHostingOwner } from '@/plugin/orders'
import { readRows } from './books'
import { freezeOn, makeContractDesk } from './contracts'
import { makeFakePanel } from './fakePanel'

/** A service as the database has it. */
export type AccountRow = {
  alarmed: boolean
  domain: null | string
  endsOn: null | string
  exportUntil: null | string
  id: string
  lastError: null | string
  leaseBy: null | string
  name: string
  nextTryAt: Date | null
  observed: string
  orderId: string
  reference: null | string
  secrets: null | string
  server: null | string
  state: string
  tries: number
  wanted: string
  wish: number
}

/** What a server of the tests is; the rest is filled in. */
export type ServerWish = Partial<{
  driver: DriverId
  isInMaintenance: boolean
  kinds: string[]
  region: string
  slots: number
}>

const ADMIN = { id: randomUUID(), label: 'Sari', role: 'admin' } as const

type JobRow = { accountId: string; id: string }

/** Services on servers that stand in memory, through the shop's own doors. */
export const makeHostingDesk = (inUse: ShopInUse) => {
  const desk = makeContractDesk(inUse)
  const panel = makeFakePanel()
  const payload = () => inUse.shop.payload

  /** Sells a VPS by plans, and lets all panels be the one in memory. */
  const enter = async (needsSpk = false): Promise<void> => {
    await desk.enter([], needsSpk)
    const { drivers } = hostingRuntime.get(payload())
    Object.assign(drivers, { caddy: panel.driver('caddy'), whm: panel.driver('whm') })
  }

  const addServer = async (wish: ServerWish = {}): Promise<string> => {
    const name = `s-${randomUUID().slice(0, 8)}`
    const doc = await payload().create({
      collection: slugsOf(payload()).hostingServers,
      data: {
        name,
        address: 'https://panel.lunas.test:2087',
        credential: 'rahasia',
        driver: 'whm',
        kinds: ['vps'],
        region: 'Jakarta',
        slots: 1_000,
        ...(wish.driver === 'manual' && { settings: { kind: 'vps' } }),
        ...wish,
      } as never,
      overrideAccess: true,
    })
    return String(doc.id)
  }

  const changeServer = async (id: string, data: object): Promise<void> => {
    await payload().update({
      id,
      collection: slugsOf(payload()).hostingServers,
      data: data as never,
      overrideAccess: true,
    })
  }

  const accounts = (token: string): Promise<AccountRow[]> =>
    readRows<AccountRow>(
      payload(),
      sql`select a.id, a.order_id as "orderId", a.domain, a.state, a.wanted, a.observed,
          a.wish::int as wish, a.tries::int as tries, a.name, a.reference,
          a.server_id::text as server, a.last_error as "lastError", a.lease_by as "leaseBy",
          a.next_try_at as "nextTryAt", a.secrets_sealed as secrets, a.ends_on as "endsOn",
          a.export_until as "exportUntil", a.alarmed_at is not null as alarmed
        from hosting_accounts a join orders o on o.id = a.order_id
        where o.token = ${token} order by a.created_at, a.id`,
    )

  const account = async (token: string): Promise<AccountRow> =>
    (await accounts(token))[0] ?? expect.unreachable('No service was bought')

  const ask = (accountId: string, changes: Partial<ServiceRequest> = {}) => {
    const domain = `${randomUUID().slice(0, 8)}.contoh.id`
    return askForService(payload(), {
      accountId,
      actor: ADMIN,
      domain,
      hosts: [domain],
      region: null,
      request: null,
      ...changes,
    })
  }

  const takeJobs = (limit: number): Promise<JobRow[]> =>
    readRows<JobRow>(
      payload(),
      sql`delete from graphile_worker._private_jobs where id in (select j.id
          from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where t.identifier = ${convergeTask.name} and j.run_at <= ${clock.now().toISOString()}
          order by j.priority, j.run_at, j.id limit ${limit} for update of j skip locked)
        returning id::text, payload->>'accountId' as "accountId"`,
    )

  const runJob = ({ accountId, id }: JobRow): Promise<void> =>
    convergeTask.run(
      { accountId },
      {
        attempt: 1,
        jobId: id,
        maxAttempts: 1,
        now: clock.now(),
        payload: payload(),
        signal: new AbortController().signal,
      },
    )

  /** Works off all jobs that are due at the clock's time, so many at once. */
  const drain = async (atOnce = 1): Promise<void> => {
    for (let jobs = await takeJobs(atOnce); jobs.length > 0; jobs = await takeJobs(atOnce)) {
      await Promise.all(jobs.map(runJob))
    }
  }

  /** Lets time pass, works off what is due, and lets the clock of hosting strike. */
  const pass = async (ms: number): Promise<void> => {
    clock.freeze(new Date(clock.now().getTime() + ms))
    await tendHosting({ now: clock.now(), payload: payload() })
    await drain()
  }

  /** A service that runs: ordered by a plan, its first instalment paid, asked for and made. */
  const running = async (plan = '4x') => {
    const made = await desk.running(plan)
    const { id } = await account(made.token)
    await ask(id, { region: 'Jakarta' })
    await drain()
    return { ...made, accountId: id, account: await account(made.token) }
  }

  /** A service that was asked for; its job waits. */
  const asked = async () => {
    const made = await desk.running()
    await ask((await account(made.token)).id)
    return made
  }

  const underLock = (
    orderId: string,
    work: (tx: Parameters<typeof blockService>[0]) => Promise<unknown>,
  ) =>
    runInTransaction(payload(), async (tx) => {
      await orderHostingOwner.lock(tx, orderId)
      await work(tx)
    })

  type Kind = 'abuse' | 'admin' | 'customer_choice' | 'unpaid'

  const block = (orderId: string, kind: Kind = 'unpaid') =>
    underLock(orderId, (tx) =>
      blockService(tx, { actor: ADMIN, kind, orderId, reason: `Alasan ${kind}` }),
    )

  const unblock = (orderId: string, ...kinds: Kind[]) =>
    underLock(orderId, (tx) =>
      unblockService(tx, {
        actor: ADMIN,
        kinds: kinds.length > 0 ? kinds : ['unpaid'],
        orderId,
        reason: 'Sudah dibayar',
      }),
    )

  /** Messages about the services of an order: `event → who`, oldest first, each reader once. */
  const news = async (token: string): Promise<string[]> =>
    (
      await readRows<{ line: string }>(
        payload(),
        sql`select n.event || ' → ' || n.recipient_kind as line from notifications n
          join orders o on o.id::text = n.subject_id where o.token = ${token}
            and n.event like 'hosting.%' and n.channel = 'email' order by n.created_at, n.id`,
      )
    ).map(({ line }) => line)

  /** What customers were told, oldest first. */
  const toldCustomer = async (token: string): Promise<string[]> =>
    (await news(token)).flatMap((line) =>
      line.endsWith('→ customer') ? [line.split(' ')[0] ?? ''] : [],
    )

  const tasks = (accountId: string) =>
    readRows<{ deed: string; id: string; state: string; wish: number }>(
      payload(),
      sql`select id, deed, state, wish::int as wish from hosting_tasks
        where account_id = ${accountId} order by created_at, id`,
    )

  const calls = (accountId: string) =>
    readRows<{ outcome: null | string; verb: string }>(
      payload(),
      sql`select verb, outcome from hosting_calls where account_id = ${accountId} order by begun_at, id`,
    )

  return {
    ...desk,
    account,
    accounts,
    addServer,
    ask,
    block,
    calls,
    changeServer,
    drain,
    enter,
    freezeOn,
    news,
    paid: desk.running,
    panel,
    pass,
    reconcile: () => reconcileHosting(payload(), clock.now()),
    running,
    asked,
    runJob,
    takeJobs,
    tasks,
    toldCustomer,
    unblock,
  }
}
