import type { Payload } from 'payload'

import { setTimeout as wait } from 'node:timers/promises'

import { publishRelease } from '@/plugin'
import { signPackageLink } from '@/plugin/downloads/link'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { placeOrder } from '@/plugin/orders'

import type { Group } from '../support/figures/program'

import { createProduct } from '../factories/product'
import { draftRelease } from '../factories/release'
import { waive } from '../support/access/stock'
import { atLeast, equal, type Measured } from '../support/figures/row'
import { type RawAnswer, rawRequest, releaseTogether } from '../support/lastByte'
import { targetOf } from '../support/load/address'
import { ensureWorker, enterGround, type Ground } from './ground'

const FULL = 10_000
const WIDTH = 100
const LIMIT = 3
const PATIENCE_MS = 60_000

/** Buys a template and waits for the worker to pack it; answers the package's id. */
const buyPackage = async ({ payload }: Ground): Promise<string> => {
  const { id: productId, slug } = await createProduct({ payload, wish: { kind: 'template' } })
  const releaseId = await draftRelease({ payload, productId, version: '1.0.0' })
  await publishRelease({ id: releaseId, now: new Date(), payload })
  const { token } = await placeOrder({
    input: {
      acceptedTerms: true,
      customer: { email: 'budi@lunas.test', name: 'Budi Santoso', phone: '081234567890' },
      items: [{ product: slug, quantity: 1 }],
    },
    locale: 'id',
    now: new Date(),
    payload,
  })
  await waive(payload, token)
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await wait(100)) {
    const [row] = await queryRows<{ id: string }>(
      payload,
      sql`select p.id from packages p join entitlements e on e.id = p.entitlement_id
        join orders o on o.id = e.order_id where o.token = ${token} and p.state = 'ready'`,
    )
    if (row) {
      return row.id
    }
  }
  throw new Error('Nobody packed what was bought')
}

/** Grants three more; answers how often it was fetched before. */
const grant = async (payload: Payload, id: string): Promise<number> => {
  const [row] = await queryRows<{ used: number }>(
    payload,
    sql`update packages set allowed = used + ${LIMIT} where id = ${id} returning used::int as used`,
  )
  return row?.used ?? Number.NaN
}

const readUsed = async (payload: Payload, id: string): Promise<{ log: number; used: number }> => {
  const [row] = await queryRows<{ log: number; used: number }>(
    payload,
    sql`select used::int as used, (select count(*)::int from downloads where package_id = ${id}) as log
      from packages where id = ${id}`,
  )
  return row ?? { log: Number.NaN, used: Number.NaN }
}

/** A hundred in one moment, each from an address of its own: each by a link of its own, or two by one. */
const drawBatch = (args: { at: number; ground: Ground; id: string }): Buffer[] => {
  const { at, ground, id } = args
  const secret = ground.stand.settings.PAYLOAD_SECRET ?? ''
  const links = Array.from({ length: WIDTH }, () =>
    signPackageLink({ now: new Date(), packageId: id, secret }),
  )
  return links.map((_, place) => {
    const { word } = links[at % 2 === 0 ? place : place - (place % 2)] ?? { word: '' }
    const from = `10.${at % 250}.${Math.floor(at / 250)}.${place}`
    const headers = { 'X-Forwarded-For': from }
    return rawRequest({ headers, method: 'GET', path: `/api/shop/downloads/${word}` })
  })
}

type Tally = { answers: RawAnswer[]; miscounted: number; over: number; under: number }

const tryBatch = async (args: { at: number; ground: Ground; id: string }): Promise<Tally> => {
  const { ground, id } = args
  const before = await grant(ground.payload, id)
  const { port } = targetOf(ground.stand.webUrl)
  const answers = await releaseTogether({ port, requests: drawBatch(args) })
  const { log, used } = await readUsed(ground.payload, id)
  return {
    answers,
    miscounted: log === used ? 0 : 1,
    over: Math.max(0, used - before - LIMIT),
    under: Math.max(0, LIMIT - (used - before)),
  }
}

const judge = (tallies: readonly Tally[], total: number): Measured[] => {
  const sum = (part: 'miscounted' | 'over' | 'under'): number =>
    tallies.reduce((before, tally) => before + tally[part], 0)
  const answers = tallies.flatMap((tally) => tally.answers)
  const odd = answers.filter(({ status }) => status !== 200 && status !== 409)
  const given = answers.filter(({ status }) => status === 200)
  return [
    {
      bar: atLeast(total),
      detail: `${tallies.length} batches of ${WIDTH}, released on the last byte, ${LIMIT} allowed in each; ${given.length} answered with the file`,
      name: 'downloads-tried',
      unit: '',
      value: answers.length,
    },
    { bar: equal(0), name: 'downloads-over-limit', unit: '', value: sum('over') },
    { bar: equal(0), name: 'downloads-under-limit', unit: '', value: sum('under') },
    {
      bar: equal(0),
      detail: 'batches after which counter and log differ',
      name: 'downloads-miscounted',
      unit: '',
      value: sum('miscounted'),
    },
    {
      bar: equal(0),
      detail: `neither the file nor a refusal: ${odd[0]?.status ?? 'none'}`,
      name: 'downloads-odd-answers',
      unit: '',
      value: odd.length,
    },
  ]
}

/** Three are allowed and a hundred come in one moment, again and again: three are served, not two, not four. */
export const downloads: Group = async ({ size }) => {
  const ground = await enterGround()
  await ensureWorker(ground)
  const total = Math.max(600, Math.round(FULL * size))
  const id = await buyPackage(ground)
  const tallies: Tally[] = []
  for (let at = 0; at < Math.ceil(total / WIDTH); at++) {
    tallies.push(await tryBatch({ at, ground, id }))
  }
  return judge(tallies, total)
}
