import { addDays, addMonths, clock, startOfWibDay, type WibDay, wibDay } from '@/plugin/kernel/time'
import { chooseInArrears, grantChance, overdueRuntime, sweepContracts } from '@/plugin/overdue'
import { isDomainError } from '@/plugin/kernel/errors'
import type { Group } from '../support/figures/program'
import { atLeast, atMost, equal, type Measured } from '../support/figures/row'
import { type OpenShop, openShop } from '../support/openShop'
import { startMailGround } from '../support/outbox/ground'
import { judgeYear, type Verdict, type Year } from './year/judge'
import { buildPeople, CHANCE_DAYS, type Deed, DEEDS, type Person } from './year/people'
import {
  type Contract,
  deliverMails,
  openAccounts,
  openVirtualAccount,
  payByTransfer,
  placeContract,
  sellPlans,
} from './year/shop'

const FIRST = wibDay('2027-01-04')
const DAYS = 365
const FULL_CONTRACTS = 2_080
const LEAST_CONTRACTS = 52
const OUTAGE = [addDays(FIRST, 120), addDays(FIRST, 121)]
const MINUTE_MS = 60_000

const freeze = (day: WibDay, hour: number, minute: number): Date => {
  const at = new Date(startOfWibDay(day).getTime() + (hour * 60 + minute) * MINUTE_MS)
  clock.freeze(at)
  return at
}

type Run = {
  contracts: Contract[]
  failures: unknown[]
  people: Person[]
  product: string
  shop: OpenShop
}

const dueDaysOf = ({ startOn, tenor }: Person): WibDay[] =>
  Array.from({ length: tenor }, (_, month) => addMonths({ anchor: startOn, months: month }))

/** What a person does today; the first instalment everybody pays on its day, or nobody ever. */
const deedsOn = (contract: Contract, day: WibDay): Deed['does'][] =>
  dueDaysOf(contract).flatMap((due, index): Deed['does'][] => {
    if (index === 0) {
      const isPaid = contract.behaviour !== 'never' || contract.tenor > 2
      return day === due && isPaid ? ['payRest'] : []
    }
    if (index === 1 && contract.behaviour === 'allAtOnce' && day === addDays(due, -20)) {
      return ['payAll']
    }
    return DEEDS[contract.behaviour]
      .filter((deed) => addDays(due, deed.day) === day)
      .map(({ does }) => does)
  })

const grant = async (shop: OpenShop, contract: Contract, day: WibDay): Promise<void> => {
  await grantChance(shop.payload, {
    actor: { label: 'Si Pemilik', role: 'owner' },
    orderId: contract.id,
    reason: 'Janji bayar',
    until: addDays(day, CHANCE_DAYS),
  })
}

const chooseSuspension = (shop: OpenShop, { customerId, token }: Contract) =>
  chooseInArrears(shop.payload, {
    choice: 'suspend',
    own: { customerId, token },
    proof: { address: '10.0.0.1', channel: 'web', textVersion: '2026-11' },
  })

const does = async (
  run: Run,
  args: { contract: Contract; day: WibDay; deed: Deed['does'] },
): Promise<void> => {
  const { contract, day, deed } = args
  const { payload } = run.shop
  switch (deed) {
    case 'chance':
      return grant(run.shop, contract, day)
    case 'chooseSuspend':
      await chooseSuspension(run.shop, contract)
      return
    case 'payAll':
      return payByTransfer(payload, contract, { all: true })
    case 'payHalf':
      return payByTransfer(payload, contract, { share: 0.5 })
    case 'payTwice':
      return payByTransfer(payload, contract, { times: 2 })
    case 'payVa': {
      freeze(day, 23, 30)
      const pay = await openVirtualAccount(run.shop, contract)
      freeze(day, 23, 58)
      return pay()
    }
    case 'payRest':
      return payByTransfer(payload, contract)
  }
}

/** Who owes nothing any more has nothing to choose or to be granted. */
const isNothingToDo = (error: unknown): boolean =>
  isDomainError(error, 'overdue.nothingOverdue') || isDomainError(error, 'order.alreadyPaid')

const liveThrough = async (run: Run, day: WibDay): Promise<void> => {
  const deeds = run.contracts.flatMap((contract) =>
    deedsOn(contract, day).map((deed) => ({ contract, day, deed })),
  )
  for (const each of deeds) {
    await does(run, each).catch((error: unknown) => {
      run.failures.push(...(isNothingToDo(error) ? [] : [error]))
    })
  }
}

const look = async (run: Run, now: Date): Promise<void> => {
  const { failures } = await sweepContracts(run.shop.payload, now)
  run.failures.push(...failures.map(({ error }) => error))
  await deliverMails(run.shop.payload)
}

const passDay = async (run: Run, day: WibDay): Promise<void> => {
  const isOut = OUTAGE.includes(day)
  if (!isOut) {
    await look(run, freeze(day, 0, 5))
    await look(run, freeze(day, 8, 5))
  }
  freeze(day, 12, 0)
  for (const [index, person] of run.people.entries()) {
    if (person.startOn === day) {
      run.contracts.push(
        await placeContract(run.shop.payload, { index, person, product: run.product }),
      )
    }
  }
  await liveThrough(run, day)
  if (!isOut) {
    await look(run, freeze(day, 14, 5))
  }
}

const describeFailures = ({ failures }: Run): string =>
  [...new Set(failures.map((error) => String(error)))].slice(0, 3).join('; ')

const buildFigures = (args: { breaches: string[]; run: Run; verdict: Verdict }): Measured[] => {
  const { breaches, run, verdict } = args
  const tally = run.contracts.reduce((sum, { paid }) => sum + paid, 0)
  return [
    {
      bar: atLeast(Math.min(2_000, run.people.length)),
      detail: `${DAYS} days, ${new Set(run.people.map(({ behaviour }) => behaviour)).size} ways to pay`,
      name: 'contracts',
      unit: '',
      value: run.contracts.length,
    },
    {
      bar: equal(0),
      detail: `of ${verdict.suspensions} suspensions`,
      name: 'wrongful-suspensions',
      unit: '',
      value: verdict.wrongful,
    },
    { bar: atLeast(1), name: 'suspensions-tried', unit: '', value: verdict.suspensions },
    { bar: equal(0), name: 'reminders-missed', unit: '', value: verdict.missed },
    {
      bar: equal(0),
      detail: verdict.doubledEvents.slice(0, 5).join(', '),
      name: 'reminders-doubled',
      unit: '',
      value: verdict.doubled,
    },
    {
      bar: equal(0),
      detail: `Rp${tally} paid by our own count, Rp${verdict.received} by the books`,
      name: 'rupiah-drift',
      unit: 'Rp',
      value: Math.abs(verdict.received - tally),
    },
    {
      bar: atMost(60),
      name: 'off-after-payment-seconds',
      unit: 's',
      value: verdict.offAfterPayment,
    },
    { bar: equal(0), name: 'steps-missing', unit: '', value: verdict.stepless },
    {
      bar: equal(0),
      detail: breaches.slice(0, 3).join('; '),
      name: 'year-breaches',
      unit: '',
      value: breaches.length,
    },
    {
      bar: equal(0),
      detail: describeFailures(run),
      name: 'year-failures',
      unit: '',
      value: run.failures.length,
    },
  ]
}

const livePeople = async (shop: OpenShop, size: number): Promise<Measured[]> => {
  const count = Math.max(LEAST_CONTRACTS, Math.round(FULL_CONTRACTS * size))
  const { payload } = shop
  Object.assign(overdueRuntime.get(payload), { mostPerRun: 10_000 })
  const accounts = await openAccounts(payload, count)
  const people = buildPeople({
    count,
    customerIdOf: (index) => accounts[index] ?? '',
    first: FIRST,
  })
  clock.release()
  const run: Run = { contracts: [], failures: [], people, product: await sellPlans(payload), shop }
  for (let day = 0; day < DAYS; day += 1) {
    await passDay(run, addDays(FIRST, day))
  }
  const year: Year = { last: addDays(FIRST, DAYS - 1), outage: OUTAGE }
  const verdict = await judgeYear(payload, year)
  const breaches = (await shop.breaches()).map(({ code, sentence }) => `${code}: ${sentence}`)
  return buildFigures({ breaches, run, verdict })
}

/**
 * A year in a shop of contracts, on the real engine with a moved clock: people pay early, late, in
 * parts, twice, at two minutes to midnight or never; they choose, get chances and keep or break them;
 * for two days nobody looks. Judged by what stands in the database.
 */
export const year: Group = async ({ size }) => {
  const ground = await startMailGround()
  try {
    const { DATABASE_URL: databaseUrl = '' } = ground.settings
    const shop = await openShop({ databaseUrl })
    try {
      await shop.startWorker()
      return await livePeople(shop, size)
    } finally {
      clock.release()
      await shop.close()
    }
  } finally {
    await ground.stop()
  }
}
