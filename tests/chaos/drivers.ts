import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import type { Payload } from 'payload'

import type { Group, GroupOptions } from '../support/figures/program'

import { tendHosting } from '@/plugin/hosting/clock/tend'
import { queueConverge } from '@/plugin/hosting/converge/job'
import { queryRows, sql, statementsOn } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { atLeast, equal, type Measured } from '../support/figures/row'
import { makeRandom, type Random } from '../support/load/random'
import { startMailGround } from '../support/outbox/ground'
import { excerpt } from './judge'
import { bundleScript } from './outbox/bundle'
import { type Crew, gatherCrew } from './outbox/crew'
import { findApart, findBroken, findLeft, findTwins, settled } from './services/judge'
import { PANEL_TABLES } from './services/panel'
import {
  askForServices,
  forgetMails,
  openServiceShop,
  pay,
  type Service,
  suspend,
} from './services/shop'

const KILLS = 200
const FEWEST_KILLS = 8
const SERVICES = 120
const FEWEST_SERVICES = 30
const WORKERS = 2
const SPARES = 3
/** New services that are asked for before each death, so that creations die, too. */
const NEW_PER_KILL = 1
const LIMIT_MS = 120_000

const countCalls = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from hosting_calls where ended_at is null and verb <> 'inspect'
      and begun_at > now() - interval '1 second'`,
  )
  return row?.n ?? 0
}

const queueAll = async (payload: Payload, services: readonly Service[]): Promise<void> => {
  for (const { id } of services) {
    await queueConverge(statementsOn(payload), { accountId: id, isUrgent: true })
  }
}

/** Changes the wish of a few, and asks for some that were never made. */
const wish = async (
  payload: Payload,
  { fresh, random, services }: { fresh: Service[]; random: Random; services: Service[] },
): Promise<void> => {
  await queueAll(payload, fresh.splice(0, NEW_PER_KILL))
  const some = Array.from({ length: 4 }, () => services[random.below(services.length)] as Service)
  await Promise.all(
    some.map((service) =>
      random.below(2) === 0 ? suspend(payload, service) : pay(payload, service),
    ),
  )
}

/** Kills a worker while a server is being asked; answers how many calls were out when one died. */
const killInCalls = async (args: {
  crew: Crew
  fresh: Service[]
  kills: number
  payload: Payload
  random: Random
  services: Service[]
}): Promise<number[]> => {
  const { crew, kills, payload, random } = args
  const out: number[] = []
  while (out.length < kills) {
    await wish(payload, args)
    await wait(random.below(60))
    const calls = await countCalls(payload)
    if (calls > 0) {
      out.push(calls)
      await crew.killOne()
    }
  }
  return out
}

const unknowns = async (payload: Payload): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from hosting_calls where outcome = 'unknown'`,
  )
  return row?.n ?? 0
}

/** Lets the living finish, with the clock that strikes each minute. */
const finish = async (payload: Payload, services: readonly Service[]): Promise<boolean> => {
  await Promise.all(services.map((service) => pay(payload, service)))
  for (const end = performance.now() + LIMIT_MS; performance.now() < end;) {
    await tendHosting({ now: clock.now(), payload })
    if (await settled(payload, 5_000)) {
      return true
    }
  }
  return false
}

const measure = async (
  settings: Record<string, string>,
  { seed, size }: GroupOptions,
): Promise<Measured[]> => {
  const kills = Math.max(FEWEST_KILLS, Math.round(KILLS * size))
  const random = makeRandom(seed + 12)
  const { close, payload } = await openServiceShop(settings, { pace: () => 1, parallel: 8 })
  for (const statement of PANEL_TABLES) {
    await queryRows(payload, sql.raw(statement))
  }
  const count = Math.max(FEWEST_SERVICES, Math.round(SERVICES * size)) + kills * NEW_PER_KILL
  const all = await askForServices(payload, count)
  const fresh = all.slice(0, kills * NEW_PER_KILL)
  const file = resolve('.lunas', 'stand', 'switcher.mjs')
  await bundleScript({ file, script: new URL('services/switcher.ts', import.meta.url) })
  const crew = await gatherCrew({ env: settings, file, random, spare: SPARES, width: WORKERS })
  try {
    const services = all.slice(fresh.length)
    await queueAll(payload, services)
    const out = await killInCalls({ crew, fresh, kills, payload, random, services })
    await queueAll(payload, fresh)
    const isSettled = await finish(payload, all)
    await forgetMails(payload)
    const left = isSettled ? [] : await findLeft(payload)
    const apart = [...left, ...(await findApart(payload))]
    const twins = await findTwins(payload)
    const broken = await findBroken(payload)
    return [
      {
        bar: atLeast(kills),
        detail: `SIGKILL on one of ${WORKERS} workers while servers were being asked`,
        name: 'kills',
        unit: '',
        value: out.length,
      },
      {
        bar: equal(0),
        detail: excerpt(apart),
        name: 'wanted-not-observed',
        unit: '',
        value: apart.length,
      },
      {
        bar: equal(0),
        detail: excerpt(twins),
        name: 'created-twice',
        unit: '',
        value: twins.length,
      },
      { bar: atLeast(count), name: 'services-tried', unit: '', value: all.length },
      {
        bar: atLeast(1),
        detail: 'calls whose worker died, looked at before anything else',
        name: 'calls-cut-off',
        unit: '',
        value: await unknowns(payload),
      },
      {
        bar: equal(0),
        detail: excerpt(broken),
        name: 'driver-breaches',
        unit: '',
        value: broken.length,
      },
      {
        bar: equal(0),
        detail: excerpt(crew.crashes),
        name: 'driver-crashes',
        unit: '',
        value: crew.crashes.length,
      },
    ]
  } finally {
    await crew.stop()
    await close()
  }
}

/** Workers die while they speak to servers: in the end all is as it is wanted, and nothing was made twice. */
export const drivers: Group = async (options) => {
  const ground = await startMailGround()
  try {
    return await measure(ground.settings, options)
  } finally {
    await ground.stop()
  }
}
