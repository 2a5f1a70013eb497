import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  allocateOldestFirst,
  instalmentMachine,
  resolveCreditable,
  resolvePaymentState,
  resolveStanding,
  sortByTurn,
} from '@/plugin/instalments'
import { findMove } from '@/plugin/kernel/machine'
import { rupiah } from '@/plugin/kernel/money'
import { addDays, daysBetween, type WibDay, wibDay } from '@/plugin/kernel/time'
import { evaluateLadder, type LadderFacts, ladderFactsOf, type LoggedStep } from '@/plugin/overdue'
import {
  buildLateCharges,
  buildSchedule,
  type InstalmentKind,
  type PlanTerms,
} from '@/plugin/plans'
import { planTerms } from '../../factories/plan'

type Debt = {
  amount: number
  dueOn: string
  feePeriod: null | number
  id: string
  kind: InstalmentKind
  lateFor: null | number
  paid: number
  paidOn: null | string
  refunded: number
  seq: number
  state: string
}

/** A contract in memory, driven by the shop's own pure rules; money is also counted by hand. */
class Model {
  readonly blockers = new Set<string>()
  chance: { until: WibDay } | null = null
  readonly debts: Debt[]
  ended = { number: 0, on: null as null | WibDay }
  excess = 0
  readonly ledger: Record<string, number> = {}
  readonly log: LoggedStep[] = []
  received = 0
  readonly startedOn: WibDay
  readonly suspensions: WibDay[] = []
  readonly terms: PlanTerms
  today: WibDay

  constructor(terms: PlanTerms, startOn: WibDay) {
    this.terms = terms
    this.startedOn = startOn
    this.today = startOn
    const { rows, total } = buildSchedule({ cashPrice: rupiah(1_200_007), startOn, terms })
    this.debts = rows.map((row) => ({
      ...row,
      feePeriod: null,
      id: String(row.seq),
      lateFor: null,
      paid: 0,
      paidOn: null,
      refunded: 0,
      state: 'open',
    }))
    this.post({ receivable: total, sales: -total })
  }

  post(lines: Record<string, number>): void {
    for (const [account, amount] of Object.entries(lines)) {
      this.ledger[account] = (this.ledger[account] ?? 0) + amount
    }
  }

  standing() {
    return resolveStanding({ rows: this.debts, today: this.today })
  }

  fire(debt: Debt, event: string): void {
    const move = findMove({ event, from: debt.state, machine: instalmentMachine })
    expect(move, `${event} from ${debt.state}`).toBeDefined()
    debt.state = move?.to ?? debt.state
  }

  /** Money for these debts, as an attempt asked for it; what does not fit goes aside. */
  receive(asked: { amount: number; seqs: number[] }, amount: number): void {
    const creditable = resolveCreditable({
      amount,
      asked,
      instalments: this.debts,
      overpaid: this.terms.overpaid,
    })
    const { allocations } = allocateOldestFirst({
      amount: creditable,
      instalments: this.debts,
      today: this.today,
    })
    const put = allocations.reduce((sum, each) => sum + each.amount, 0)
    for (const { amount: part, instalmentId, settles } of allocations) {
      const debt = this.debts.find(({ id }) => id === instalmentId)
      if (debt) {
        debt.paid += part
        debt.paidOn = this.today
        if (settles) this.fire(debt, 'settle')
      }
    }
    this.received += amount
    this.excess += amount - put
    this.post({ excess: put - amount, gateway: amount, receivable: -put })
    this.follow()
  }

  /** Payment wins: nothing overdue, nothing off, and the promise is kept. */
  follow(): void {
    if (!this.standing().arrears) {
      this.blockers.delete('unpaid')
      this.blockers.delete('customer_choice')
      this.chance = null
    }
  }

  facts(): LadderFacts {
    return ladderFactsOf(
      {
        blockers: [...this.blockers],
        chance: this.chance,
        debts: this.debts,
        ended: this.ended,
        inFlight: false,
        isTold: true,
        log: this.log,
        startedOn: this.startedOn,
        terms: this.terms,
      },
      0,
    )
  }

  chargeFees(): void {
    for (const debt of this.debts.filter(
      ({ kind, state }) => kind !== 'lateFee' && state === 'open',
    )) {
      const charges = this.chance
        ? []
        : buildLateCharges({
            amount: rupiah(debt.amount),
            dueOn: wibDay(debt.dueOn),
            fee: this.terms.lateFee,
            today: this.today,
          })
      for (const { amount, period } of charges) {
        if (!this.debts.some((each) => each.lateFor === debt.seq && each.feePeriod === period)) {
          const seq = this.debts.length + 1
          this.debts.push({
            ...debt,
            amount,
            feePeriod: period,
            id: String(seq),
            kind: 'lateFee',
            lateFor: debt.seq,
            paid: 0,
            paidOn: null,
            seq,
            state: 'open',
          })
          this.post({ late_fees: -amount, receivable: amount })
        }
      }
    }
  }

  /** One look of the engine, as it looks each morning. */
  look(): void {
    if (this.chance && this.chance.until < this.today) {
      this.ended = { number: this.ended.number + 1, on: this.chance.until }
      this.chance = null
    }
    this.chargeFees()
    for (const decision of evaluateLadder(this.facts(), this.today).decisions) {
      if (decision.kind === 'hold') continue
      const { seq, step } = decision
      const round = step === 'suspend' ? this.ended.number : 0
      const again = this.log.filter(
        (each) => each.seq === seq && each.step === step && each.round === round,
      )
      expect(again, `${step} of ${seq} twice`).toEqual([])
      this.log.push({ day: this.today, round, seq, step })
      if (decision.kind === 'do' && step === 'suspend') this.suspend(seq)
    }
  }

  /** Nobody is suspended who is current, was promised time, or had no four days to choose. */
  suspend(seq: number): void {
    const debt = this.debts.find((each) => each.seq === seq)
    const late = daysBetween({ from: wibDay(debt?.dueOn ?? this.today), to: this.today })
    const asked = this.log.find((each) => each.seq === seq && each.step === 'choice')
    expect(debt?.state).toBe('open')
    expect(late).toBeGreaterThanOrEqual(7)
    expect(this.chance).toBeNull()
    expect(asked && daysBetween({ from: asked.day, to: this.today })).toBeGreaterThanOrEqual(4)
    expect(this.debts.some(({ paid, refunded }) => paid > refunded)).toBe(true)
    this.blockers.add('unpaid')
    this.suspensions.push(this.today)
  }

  /** Everything that must hold after every command. Plain checks: there are millions of them. */
  check(): void {
    const { debts, excess, ledger, received, today } = this
    const books = Object.values(ledger).reduce((sum, amount) => sum + amount, 0)
    hold(books === 0, `the books sum to ${books}`)
    const counted = debts.filter(({ state }) => state === 'open' || state === 'paid')
    const owed = counted.reduce((sum, { amount, paid }) => sum + amount - paid, 0)
    hold(owed === (ledger.receivable ?? 0), `owed ${owed}, booked ${ledger.receivable}`)
    const allocated = debts.reduce((sum, { paid }) => sum + paid, 0)
    hold(
      allocated + excess === received,
      `Rp${received} came in, Rp${allocated} + Rp${excess} are known`,
    )
    for (const { amount, paid, seq, state } of debts) {
      hold(paid >= 0 && paid <= amount, `debt ${seq} of Rp${amount} was paid Rp${paid}`)
      const fits = state === 'paid' ? paid === amount : state !== 'open' || paid < amount
      hold(fits, `debt ${seq} is ${state} with Rp${paid} of Rp${amount}`)
    }
    const turn = sortByTurn({ instalments: debts, today })
    const fee = turn.findIndex(({ kind }) => kind === 'lateFee')
    const due = turn.findLastIndex(({ dueOn, kind }) => kind !== 'lateFee' && dueOn <= today)
    hold(fee === -1 || due < fee, 'a fee comes before principal that is due')
    const standing = this.standing()
    hold(standing.arrears !== null || !this.blockers.has('unpaid'), 'off without arrears')
    hold(standing.paidCount <= standing.count, 'more are paid than there are')
    const isPaid = resolvePaymentState(debts) === 'paid'
    hold(isPaid === debts.every(({ state }) => state !== 'open'), 'paid with something open')
  }
}

const hold = (isTrue: boolean, promise: string): void => {
  if (!isTrue) {
    throw new Error(promise)
  }
}

type Command = { run: (model: Model) => void; toString: () => string }

const command = (name: string, run: (model: Model) => void): Command => ({
  run,
  toString: () => name,
})

const askedOf = (model: Model, count: number) => {
  const chosen = sortByTurn({ instalments: model.debts, today: model.today }).slice(0, count)
  const amount = chosen.reduce((sum, each) => sum + each.amount - each.paid, 0)
  return { amount, seqs: chosen.map(({ seq }) => seq) }
}

const pays = fc
  .record({ count: fc.integer({ max: 3, min: 1 }), more: fc.constantFrom(0, 0, 0, 1, 50_000) })
  .map(({ count, more }) =>
    command(`pay ${count} and Rp${more}`, (model) => {
      const asked = askedOf(model, count)
      if (asked.amount > 0) model.receive(asked, asked.amount + more)
    }),
  )

const paysTwice = fc.constant(
  command('pay one debt in two tabs', (model) => {
    const asked = askedOf(model, 1)
    if (asked.amount > 0) {
      model.receive(asked, asked.amount)
      const before = model.excess
      model.receive(asked, asked.amount)
      expect(model.excess - before).toBe(asked.amount)
    }
  }),
)

const paysPart = fc.integer({ max: 99, min: 1 }).map((percent) =>
  command(`transfer ${percent}% of what is next`, (model) => {
    const asked = askedOf(model, 1)
    const part = Math.floor((asked.amount * percent) / 100)
    if (part > 0) model.receive(asked, part)
  }),
)

const refunds = fc.constant(
  command('give the excess back', (model) => {
    model.post({ excess: model.excess, gateway: -model.excess })
    model.received -= model.excess
    model.excess = 0
  }),
)

const waives = fc.nat(40).map((at) =>
  command(`waive debt ${at}`, (model) => {
    const debt = model.debts[at % model.debts.length]
    if (debt?.state === 'open') {
      const left = debt.amount - debt.paid
      model.fire(debt, 'waive')
      model.post({ receivable: -left, waived: left })
      model.follow()
    }
  }),
)

const grants = fc.integer({ max: 30, min: 1 }).map((days) =>
  command(`chance of ${days} days`, (model) => {
    if (model.standing().arrears && !model.chance) {
      model.chance = { until: addDays(model.today, days) }
      model.blockers.clear()
    }
  }),
)

const withdraws = fc.constant(
  command('withdraw the chance', (model) => {
    if (model.chance) {
      model.chance = null
      model.ended = { number: model.ended.number + 1, on: model.today }
    }
  }),
)

const suspends = fc.constant(
  command('choose suspension', (model) => {
    if (model.standing().arrears) model.blockers.add('customer_choice')
  }),
)

const waits = fc.integer({ max: 20, min: 1 }).map((days) =>
  command(`${days} days pass, looked after`, (model) => {
    for (let day = 0; day < days; day += 1) {
      model.today = addDays(model.today, 1)
      model.look()
    }
  }),
)

const standsStill = fc.integer({ max: 40, min: 2 }).map((days) =>
  command(`${days} days pass unlooked, then a look`, (model) => {
    model.today = addDays(model.today, days)
    model.look()
    model.look()
  }),
)

const commands = fc.array(
  fc.oneof(
    { arbitrary: waits, weight: 5 },
    { arbitrary: pays, weight: 3 },
    paysTwice,
    paysPart,
    refunds,
    waives,
    grants,
    withdraws,
    suspends,
    standsStill,
  ),
  { maxLength: 50, minLength: 50, size: 'max' },
)

const plans = fc.record({
  downPayment: fc.constantFrom(
    { kind: 'none' } as const,
    { amount: 100_000, kind: 'amount' } as const,
  ),
  firstDueDays: fc.nat(30),
  lateFee: fc.constantFrom(null, {
    cap: 60_000,
    every: 'month',
    graceDays: 3,
    share: { basisPoints: 500, kind: 'percent' },
  } as const),
  overpaid: fc.constantFrom('keep', 'next'),
  tenor: fc.integer({ max: 12, min: 1 }),
})

const SEQUENCES = 5_000

describe('a contract, whatever happens to it', () => {
  it('keeps books, states and promises through fifty commands, five thousand times', () => {
    let suspended = 0
    fc.assert(
      fc.property(plans, fc.nat(700), commands, (plan, start, steps) => {
        const model = new Model(planTerms(plan), addDays(wibDay('2026-12-01'), start))
        for (const step of steps) {
          step.run(model)
          model.check()
        }
        suspended += model.suspensions.length
      }),
      { numRuns: SEQUENCES, seed: 20_261_122 },
    )
    expect(suspended).toBeGreaterThan(SEQUENCES / 10)
  }, 300_000)
})
