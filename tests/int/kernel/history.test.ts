import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { transitionsAreSealed } from '@/plugin/invariants/transitionsAreSealed'
import {
  auditChain,
  auditSubject,
  auditTask,
  sealTask,
  sealTransitions,
} from '@/plugin/kernel/history'
import { newId, queryRows, type SQL, sql, statementsOn } from '@/plugin/kernel/payload'
import { openShop, type OpenShop } from '../../support/openShop'
import { makeBuyer } from '../../support/purchase'

const WAIT = { interval: 50, timeout: 30_000 }

let shop: OpenShop

type Drizzle = Pick<OpenShop['payload']['db']['drizzle'], 'execute'>

const context = () => ({
  attempt: 1,
  jobId: '1',
  maxAttempts: 1,
  now: new Date(),
  payload: shop.payload,
  signal: new AbortController().signal,
})

const countSeals = async (): Promise<{ seals: number; transitions: number }> => {
  const [row] = await queryRows<{ seals: number; transitions: number }>(
    shop.payload,
    sql`select (select count(*)::int from transition_seals) as seals,
      (select count(*)::int from transitions) as transitions`,
  )
  return row ?? { seals: -1, transitions: -2 }
}

const insertTransition = (drizzle: Drizzle, args: { id: string; createdAt?: string }) =>
  drizzle.execute(sql`insert into transitions (id, machine, subject, seq, event, from_state,
      to_state, actor_role, actor_label, at, created_at, updated_at)
    values (${args.id}, 'trial', ${args.id}, 1, 'go', 'here', 'there', 'system', 'sistem', now(),
      coalesce(${args.createdAt ?? null}::timestamptz, now()), now())`)

/** What is answered after a change that the shop's guards would refuse; all is undone after. */
const answerAfter = async <T>(
  ask: (payload: OpenShop['payload']) => Promise<T>,
  ...tampering: SQL[]
): Promise<T> => {
  const answers: T[] = []
  const undone = new Error('undone')
  const work = shop.payload.db.drizzle.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const statement of tampering) {
      await tx.execute(statement)
    }
    const payload = { ...shop.payload, db: { ...shop.payload.db, drizzle: tx } }
    answers.push(await ask(payload as unknown as typeof shop.payload))
    throw undone
  })
  await work.catch((error: unknown) => {
    if (error !== undone) {
      throw error
    }
  })
  return answers[0] ?? expect.unreachable('Nothing was answered')
}

/** What the invariant says of it. */
const findingsAfter = (...tampering: SQL[]): Promise<string[]> =>
  answerAfter(
    async (payload) => (await transitionsAreSealed.find(payload)).map(({ sentence }) => sentence),
    ...tampering,
  )

beforeAll(async () => {
  shop = await openShop({ databaseUrl: process.env.DATABASE_URL ?? '' })
  await shop.startWorker()
  const buyer = makeBuyer(shop)
  await buyer.buy()
  await buyer.checkout()
  return () => shop.close()
})

/** Transactions of other databases on this server may hold a row back for a moment. */
const sealAll = async (): Promise<number> => {
  let sealed = 0
  await vi.waitFor(async () => {
    sealed += await sealTransitions({ everything: true, payload: shop.payload })
    const { seals, transitions } = await countSeals()
    expect(seals).toBe(transitions)
  }, WAIT)
  return sealed
}

beforeEach(() => sealAll())

describe('Sealing the history', () => {
  it('gives every transition exactly one place in an unbroken chain', async () => {
    const { seals, transitions } = await countSeals()
    expect(transitions).toBeGreaterThan(5)
    expect(seals).toBe(transitions)
    const { faults, head } = await auditChain(shop.payload)
    expect(faults).toEqual([])
    expect(head.seq).toBe(seals)
  })

  it('seals nothing twice', async () => {
    expect(await sealTransitions({ payload: shop.payload })).toBe(0)
    expect(await sealTransitions({ everything: true, payload: shop.payload })).toBe(0)
  })

  it('leaves a row alone while an older transaction still runs, and then keeps the order', async () => {
    const { drizzle } = shop.payload.db
    const slow = newId()
    const quick = newId()
    let finish = (): void => undefined
    const finished = new Promise<void>((resolve) => (finish = resolve))
    let begun = (): void => undefined
    const hasBegun = new Promise<void>((resolve) => (begun = resolve))
    const older = drizzle.transaction(async (tx) => {
      await insertTransition(tx, { id: slow })
      begun()
      await finished
    })
    await hasBegun
    await insertTransition(drizzle, { id: quick })
    const early = await sealTransitions({ payload: shop.payload })
    finish()
    await older
    const late = await sealAll()
    const order = await queryRows<{ id: string }>(
      shop.payload,
      sql`select transition_id as id from transition_seals
        where transition_id in (${slow}, ${quick}) order by seq`,
    )
    expect({ early, late }).toEqual({ early: 0, late: 2 })
    expect(order.map(({ id }) => id)).toEqual([slow, quick])
    expect((await auditChain(shop.payload)).faults).toEqual([])
  })

  it('makes one chain when many seal at once, more rows than a batch holds', async () => {
    const ids = Array.from({ length: 2_400 }, () => newId())
    await queryRows(
      shop.payload,
      sql`insert into transitions (id, machine, subject, seq, event, from_state, to_state,
          actor_role, actor_label, metadata, at)
        select id::uuid, 'trial', id, 1, 'go', 'here', 'there', 'system', 'sistem',
          '{"ä": 1.5, "a": [true, null]}', now()
        from json_array_elements_text(${JSON.stringify(ids)}::json) id`,
    )
    const before = await countSeals()
    const work = Array.from({ length: 8 }, () => sealTransitions({ payload: shop.payload }))
    const sealed = (await Promise.all(work)).reduce((sum, part) => sum + part, 0)
    await sealAll()
    const after = await countSeals()
    expect(sealed).toBeLessThanOrEqual(2_400)
    expect(after.seals - before.seals).toBe(2_400)
    expect((await auditChain(shop.payload)).faults).toEqual([])
  })

  it('finds by night what lies too far back for the minute', async () => {
    await insertTransition(shop.payload.db.drizzle, {
      createdAt: '2026-01-01T00:00:00Z',
      id: newId(),
    })
    await sealTask.run({}, context())
    expect(await transitionsAreSealed.find(shop.payload)).toHaveLength(1)
    await vi.waitFor(async () => {
      await auditTask.run({}, context())
      expect(await transitionsAreSealed.find(shop.payload)).toEqual([])
    }, WAIT)
  })

  it('refuses every change to seals and transitions', async () => {
    const changes = [
      sql`update transition_seals set hash = previous`,
      sql`delete from transition_seals`,
      sql`truncate transition_seals`,
      sql`update transitions set reason = 'forged'`,
      sql`delete from transitions`,
      sql`truncate transitions`,
    ]
    for (const change of changes) {
      const refusal = await queryRows(shop.payload, change).catch((error: unknown) => error)
      expect(refusal).toMatchObject({ cause: { code: '23514' } })
    }
  })
})

describe('The links of one row', () => {
  const payment = async () => {
    const [row] = await queryRows<{ moves: number; subject: string }>(
      shop.payload,
      sql`select subject, count(*)::int as moves from transitions where machine = 'payment'
        group by subject order by count(*) desc limit 1`,
    )
    return row ?? expect.unreachable('No payment has moved')
  }
  const linksAfter = async (subject: string, ...tampering: SQL[]) =>
    answerAfter(
      (payload) => auditSubject(statementsOn(payload), { machine: 'payment', subject }),
      ...tampering,
    )
  const own = (subject: string) => sql`machine = 'payment' and subject = ${subject}`

  it('all fit as long as nobody has touched them', async () => {
    const { moves, subject } = await payment()
    const { links, waiting } = await linksAfter(subject)
    expect([links.length, waiting]).toEqual([moves, 0])
    expect(moves).toBeGreaterThan(1)
    expect(links.every(({ isIntact }) => isIntact)).toBe(true)
  })

  it('do not fit where a move was changed, or the link before it', async () => {
    const { subject } = await payment()
    const changed = await linksAfter(
      subject,
      sql`update transitions set reason = 'lain' where ${own(subject)} and seq = 2`,
    )
    expect(changed.links.map(({ isIntact }) => isIntact).slice(0, 2)).toEqual([true, false])
    const moved = await linksAfter(
      subject,
      sql`update transition_seals set hash = md5(hash) || md5(previous) where seq = (select s.seq - 1
        from transition_seals s join transitions t on t.id = s.transition_id
        where ${own(subject)} and t.seq = 2)`,
    )
    expect(moved.links[1]?.isIntact).toBe(false)
  })

  it('are missed while they wait to be sealed', async () => {
    const id = newId()
    await insertTransition(shop.payload.db.drizzle, { id })
    const tx = statementsOn(shop.payload)
    const found = await auditSubject(tx, { machine: 'trial', subject: id })
    expect(found).toEqual({ links: [], waiting: 1 })
  })
})

describe('The invariant of the sealed history', () => {
  const last = sql`(select max(seq) from transition_seals)`
  const idOf = (seq: number) => sql`(select transition_id from transition_seals where seq = ${seq})`

  it('finds nothing in an honest history', async () => {
    expect(await findingsAfter()).toEqual([])
  })

  const tamperings: [string, SQL[], RegExp][] = [
    [
      'an altered reason',
      [sql`update transitions set reason = 'x' where id = ${idOf(3)}`],
      /^seal 3: .* was changed/,
    ],
    [
      'an altered actor',
      [sql`update transitions set actor_label = 'x' where id = ${idOf(1)}`],
      /^seal 1: .* was changed/,
    ],
    [
      'altered metadata',
      [sql`update transitions set metadata = '{"x": 1}' where id = ${idOf(2)}`],
      /^seal 2: .* was changed/,
    ],
    [
      'an altered instant',
      [sql`update transitions set at = at + interval '1 millisecond' where id = ${idOf(2)}`],
      /^seal 2: .* was changed/,
    ],
    [
      'a removed row',
      [sql`delete from transitions where id = ${idOf(4)}`],
      /^seal 4: .* was removed/,
    ],
    [
      'a removed row whose seal went with it',
      [
        sql`delete from transitions where id = ${idOf(4)}`,
        sql`delete from transition_seals where seq = 4`,
      ],
      /^seal 5: .* follows a seal that was removed/,
    ],
    [
      'two rows that changed places',
      [
        sql`update transition_seals set transition_id = case seq when 2 then ${idOf(3)} else ${idOf(2)} end
          where seq in (2, 3)`,
      ],
      /^seal 2: .* changed places/,
    ],
    [
      'seals that were renumbered',
      [
        sql`update transition_seals set seq = 1000000 + seq where seq in (2, 3)`,
        sql`update transition_seals set seq = case seq when 1000002 then 3 else 2 end where seq > 1000000`,
      ],
      /^seal 2: .* does not continue the chain/,
    ],
    [
      'a seal that was calculated anew',
      [sql`update transition_seals set hash = encode(sha256('forged'), 'hex') where seq = ${last}`],
      /was changed after it was sealed/,
    ],
    [
      'an old row that nobody sealed',
      [
        sql`insert into transitions (id, machine, subject, seq, event, from_state, to_state, actor_role, at, created_at)
          values (${newId()}, 'trial', 'x', 1, 'go', 'a', 'b', 'system', now(), now() - interval '2 hours')`,
      ],
      /has been unsealed for an hour/,
    ],
  ]

  it.each(tamperings)('finds %s', async (_, tampering, sentence) => {
    // The unique index would refuse the moment in which two seals name one row.
    const free = sql`alter table transition_seals drop constraint transition_seals_transition_id_key`
    const found = await findingsAfter(free, ...tampering)
    expect(found[0]).toMatch(sentence)
  })

  it('makes the nightly audit fail, so that staff see it among the dead jobs', async () => {
    const { drizzle } = shop.payload.db
    const undone = new Error('undone')
    const audit = drizzle.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`update transitions set reason = 'forged' where id = ${idOf(1)}`)
      const payload = { ...shop.payload, db: { ...shop.payload.db, drizzle: tx } }
      const told = await auditTask
        .run({}, { ...context(), payload: payload as unknown as typeof shop.payload })
        .catch((error: unknown) => error)
      expect(String(told)).toMatch(/tampered with \(1 faults\): seal 1/)
      throw undone
    })
    await expect(audit).rejects.toBe(undone)
  })
})
