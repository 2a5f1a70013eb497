import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Breach, checkInvariants, invariants } from '@/plugin/invariants'
import { sealTransitions } from '@/plugin/kernel/history'
import { type SQL, sql } from '@/plugin/kernel/payload'
import { openShop, type OpenShop } from '../../support/openShop'
import { PLANTED } from '../../support/plantedFaults'
import { makeBuyer } from '../../support/purchase'

let shop: OpenShop
let paid = { id: '', orderId: '' }

const asUnguarded = sql`set local session_replication_role = replica`

/** What the invariants find after statements that the shop's own guards would refuse; all is undone. */
const breachesAfter = async (...tampering: SQL[]): Promise<Breach[]> => {
  const found: Breach[] = []
  const undone = new Error('undone')
  const work = shop.payload.db.drizzle.transaction(async (tx) => {
    for (const statement of [asUnguarded, ...tampering]) {
      await tx.execute(statement)
    }
    const payload = { ...shop.payload, db: { ...shop.payload.db, drizzle: tx } }
    found.push(...(await checkInvariants({ payload: payload as unknown as OpenShop['payload'] })))
    throw undone
  })
  await work.catch((error: unknown) => {
    if (error !== undone) {
      throw error
    }
  })
  return found
}

beforeAll(async () => {
  shop = await openShop({ databaseUrl: process.env.DATABASE_URL ?? '' })
  await shop.startWorker()
  const buyer = makeBuyer(shop)
  const { payment } = await buyer.buy()
  const over = await buyer.checkout()
  await buyer.pay(over.payment, { amount: 800_000 })
  await buyer.checkout()
  const { rows } = await shop.payload.db.drizzle.execute(
    sql`select id, order_id as "orderId" from payments where merchant_order_id = ${payment.merchantOrderId}`,
  )
  paid = rows[0] as typeof paid
  // A transaction of a test beside this one holds the sealing up for as long as it lasts.
  await vi.waitUntil(
    async () => {
      await sealTransitions({ payload: shop.payload })
      const { rows: left } = await shop.payload.db.drizzle.execute(
        sql`select id from transitions t
          where not exists (select 1 from transition_seals s where s.transition_id = t.id)`,
      )
      return left.length === 0
    },
    { interval: 100, timeout: 30_000 },
  )
  return () => shop.close()
})

describe('The invariants', () => {
  it('hold for an honest shop', async () => {
    expect(await checkInvariants({ payload: shop.payload })).toEqual([])
    expect(await breachesAfter()).toEqual([])
  })

  it('cover every code, each with a promise of its own', () => {
    expect([...new Set(invariants.map(({ code }) => code))]).toEqual(
      Array.from({ length: 17 }, (_, at) => `I${at + 1}`),
    )
    expect(new Set(invariants.map(({ promise }) => promise)).size).toBe(invariants.length)
  })

  it.each(PLANTED)('$code finds $what', async ({ code, says, tamper }) => {
    const sentences = (await breachesAfter(...tamper(paid)))
      .filter((breach) => breach.code === code)
      .map(({ sentence }) => sentence)
    expect(sentences).toContainEqual(expect.stringMatching(says))
  })

  it('are each found out by a planted fault', async () => {
    const promises = new Set<string>()
    for (const { code, says, tamper } of PLANTED) {
      for (const { code: found, promise, sentence } of await breachesAfter(...tamper(paid))) {
        if (found === code && says.test(sentence)) {
          promises.add(promise)
        }
      }
    }
    expect([...promises].sort()).toEqual(invariants.map(({ promise }) => promise).sort())
  })
})

/** `npm run invariants` on the database of this file. */
const runCommand = async (): Promise<{ code: number; lines: string[] }> => {
  const args = ['--conditions=production', '--import', 'tsx', 'src/dev/invariants.ts']
  const work = promisify(execFile)(process.execPath, args, { env: process.env })
  const { code, stdout } = await work.then(
    (done) => ({ ...done, code: 0 }),
    (error: { code: number; stdout: string }) => error,
  )
  return { code, lines: stdout.split('\n') }
}

describe('`npm run invariants`', () => {
  const brokenIn = (lines: string[]): string[] =>
    lines.flatMap((line) => /^BROKEN {2}\S+ +(.*)$/.exec(line)?.[1] ?? [])

  it('ends with 0 for an honest shop', async () => {
    const { code, lines } = await runCommand()
    expect(brokenIn(lines)).toEqual([])
    expect(lines).toContain(`${invariants.length} invariants, 0 breaches`)
    expect(code).toBe(0)
  }, 120_000)

  it('ends with 1 and names every promise that is broken, one fault planted for each', async () => {
    await shop.payload.db.drizzle.transaction(async (tx) => {
      await tx.execute(asUnguarded)
      for (const { tamper } of PLANTED.filter(({ isKept }) => isKept)) {
        for (const statement of tamper(paid)) {
          await tx.execute(statement)
        }
      }
    })
    const { code, lines } = await runCommand()
    expect(brokenIn(lines).sort()).toEqual(invariants.map(({ promise }) => promise).sort())
    expect(code).toBe(1)
  }, 120_000)
})
