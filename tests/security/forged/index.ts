import { setTimeout as wait } from 'node:timers/promises'

import { receiveCallback } from '@/plugin'

import type { Group } from '../../support/figures/program'
import type { Ask } from '../../support/load/connection'
import type { Fields } from './sign'

import { atLeast, equal, type Measured } from '../../support/figures/row'
import { makeBuyers } from '../../support/load/buyer'
import { makeRandom, type Random } from '../../support/load/random'
import { drainQueue } from '../../bench/queue'
import { drawShape } from '../gateway'
import { ensureWorker, enterGround, type Ground } from '../ground'
import { inLanes } from '../lanes'
import { sayAll } from '../say'
import { countPaid } from './countPaid'
import { compareFootprints, takeFootprint } from './footprint'
import { forgeries } from './forgeries'
import { forgeReturns } from './returns'
import { asForm, type Sent, wrappings } from './wrappings'

const FULL = 100_000
/** One in so many goes over real HTTP; the others straight into the function behind the route. */
const HTTP_SHARE = 20
const LANES = 16
const ATTEMPTS = 12
const PATH = '/api/duitku/callback'

type Attempt = { fields: Fields; token: string }

/** Real orders with open attempts, and what Duitku would say of them. */
const openAttempts = async (ground: Ground, random: Random): Promise<Attempt[]> => {
  const buyers = makeBuyers({ ...ground.stand, random })
  const attempts: Attempt[] = []
  for (let at = 0; at < ATTEMPTS; at++) {
    const { token } = await buyers.placeOrder(`forged-${at}-${random.text(8)}`)
    const { merchantOrderId } = await buyers.openPayment(token)
    const { body } = await drawShape({ merchantOrderId, stand: ground.stand })
    attempts.push({ fields: Object.fromEntries(new URLSearchParams(body)), token })
  }
  buyers.close()
  return attempts
}

type Forged = { name: string; sent: Sent }

/** Every kind in turn, so that each is tried equally often; what it changes is drawn. */
const makeForger = (attempts: readonly Attempt[], random: Random): ((at: number) => Forged) => {
  const falseFields = Object.keys(forgeries)
  const falseWays = Object.keys(wrappings)
  return (at) => {
    const real = random.pick(attempts).fields
    const other = random.pick(
      attempts.filter(({ fields }) => fields.signature !== real.signature),
    ).fields
    const kind = at % (falseFields.length + falseWays.length)
    const name = falseFields[kind] ?? falseWays[kind - falseFields.length] ?? ''
    const forge = forgeries[name]
    const sent = forge
      ? asForm(forge({ other, random, real }))
      : wrappings[name]?.({ fields: real, random })
    return { name, sent: sent ?? asForm({}) }
  }
}

const toAsk = ({ body, contentType, method, query = '' }: Sent): Ask => ({
  body,
  headers: contentType === null ? '' : `content-type: ${contentType}\r\n`,
  method,
  path: `${PATH}${query}`,
})

const deliver = async (ground: Ground, sent: Sent, overHttp: boolean): Promise<number> => {
  if (overHttp) {
    return (await ground.pool.ask(toAsk(sent))).status
  }
  const { body: rawBody, contentType, method } = sent
  const request = { contentType, method, rawBody }
  return (await receiveCallback({ payload: ground.payload, request })).status
}

type Tally = { kinds: Map<string, number>; perDoor: [number, number]; wrong: string[] }

/** Anything but a refusal is wrong; a crash would make the gateway send again. */
const isRefusal = (status: number): boolean => status >= 400 && status < 500

const attack = async (args: {
  forger: (at: number) => Forged
  ground: Ground
  total: number
}): Promise<Tally> => {
  const tally: Tally = { kinds: new Map(), perDoor: [0, 0], wrong: [] }
  await inLanes({
    lanes: LANES,
    total: args.total,
    work: async (at) => {
      const overHttp = at % HTTP_SHARE === 0
      const { name, sent } = args.forger(overHttp ? at / HTTP_SHARE : at)
      const status = await deliver(args.ground, sent, overHttp)
      tally.kinds.set(name, (tally.kinds.get(name) ?? 0) + 1)
      tally.perDoor[overHttp ? 1 : 0]++
      if (!isRefusal(status)) {
        tally.wrong.push(`${name}${overHttp ? ' over HTTP' : ''} → ${status}`)
      }
    },
  })
  return tally
}

const countEvents = async ({ stand }: Ground): Promise<number> => {
  const [row] = await stand.database.rows<{ n: number }>(
    'select count(*)::int as n from payment_events',
  )
  return row?.n ?? 0
}

/** The genuine one passes through both doors: else a shop that refuses everything would be green. */
const passGenuine = async (ground: Ground, attempts: readonly Attempt[]): Promise<number> => {
  const before = await countEvents(ground)
  const statuses: number[] = []
  for (const [at, { fields }] of attempts.slice(0, 2).entries()) {
    statuses.push(await deliver(ground, asForm(fields), at === 1))
  }
  const kept = (await countEvents(ground)) - before
  return statuses.every((status) => status === 200) ? kept : 0
}

/**
 * Duitku does not sign the result: a captured callback whose result was turned into "paid" is rightly
 * signed. It is taken as a hint, and the gateway's own answer credits nothing.
 */
const flipResults = async (ground: Ground, attempts: readonly Attempt[]): Promise<Measured[]> => {
  await ensureWorker(ground)
  let tried = 0
  for (const { fields } of attempts) {
    for (const reference of [fields.reference ?? '', `X${tried}`]) {
      await deliver(ground, asForm({ ...fields, reference, resultCode: '00' }), true)
      tried++
    }
  }
  await drainQueue(ground.stand, 60)
  await wait(200)
  const credited = await countPaid(
    ground,
    attempts.map(({ token }) => token),
  )
  return [
    {
      bar: atLeast(2 * ATTEMPTS),
      detail: 'resultCode turned to 00 under the genuine signature',
      name: 'flipped-tried',
      unit: '',
      value: tried,
    },
    { bar: equal(0), name: 'flipped-credited', unit: '', value: credited },
  ]
}

/** False callbacks of every kind: none is accepted, none leaves a trace anywhere in the database. */
export const forged: Group = async ({ seed, size }) => {
  const ground = await enterGround()
  const random = makeRandom(seed)
  const attempts = await openAttempts(ground, random)
  await drainQueue(ground.stand, 120)
  await ground.stand.worker.stop()
  const before = await takeFootprint(ground.stand.database)
  const total = Math.max(2_000, Math.round(FULL * size))
  const tally = await attack({ forger: makeForger(attempts, random), ground, total })
  const changed = compareFootprints(before, await takeFootprint(ground.stand.database))
  sayAll('accepted', tally.wrong)
  const [inside, http] = tally.perDoor
  const genuine = await passGenuine(ground, attempts)
  return [
    {
      bar: atLeast(total),
      detail: `${tally.kinds.size} kinds; ${inside} into the function behind the route, ${http} over HTTP`,
      name: 'forged-tried',
      unit: '',
      value: inside + http,
    },
    {
      bar: equal(0),
      detail: `not refused with 4xx: ${tally.wrong.slice(0, 3).join(', ') || 'none'}; of ${before.size} tables changed: ${changed.join(', ') || 'none'}`,
      name: 'forged-accepted',
      unit: '',
      value: tally.wrong.length + changed.length,
    },
    {
      bar: equal(2),
      detail: 'control: the genuine one, through each door, is kept',
      name: 'genuine-accepted',
      unit: '',
      value: genuine,
    },
    ...(await flipResults(ground, attempts)),
    ...(await forgeReturns({ ground, random, size })),
  ]
}
