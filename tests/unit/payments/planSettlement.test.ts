import { describe, expect, it } from 'vitest'
import type { GatewayStatus } from '@/plugin/payments'
import { buildMerchantOrderId, planSettlement } from '@/plugin/payments/rules'

const STATES = [
  'created',
  'pending',
  'failed',
  'expired',
  'cancelled',
  'paid',
  'review',
  'refunded',
] as const

type State = (typeof STATES)[number]
type Money = 'double' | 'exact' | 'less' | 'none'

const ASKED = 750_000
const MONEY: Record<Money, number | undefined> = {
  double: 2 * ASKED,
  exact: ASKED,
  less: ASKED - 1,
  none: undefined,
}

const REFERENCES = [
  { answered: 'R1', known: 'R1', name: 'the same reference', same: true },
  { answered: 'R2', known: 'R1', name: 'another reference', same: false },
  { answered: 'R2', known: null, name: 'a reference not known yet', same: true },
  { answered: undefined, known: 'R1', name: 'no reference', same: true },
]

const DEALT_WITH: readonly State[] = ['paid', 'review', 'refunded']

const answerOf = (status: GatewayStatus['status'], money: Money = 'exact'): GatewayStatus => ({
  rawStatusCode: '',
  reference: 'R1',
  status,
  ...(MONEY[money] === undefined ? {} : { amount: MONEY[money] }),
})

const planFor = (state: State, answer: GatewayStatus, reference: null | string = 'R1') =>
  planSettlement({ amount: ASKED, reference, state }, answer)

describe('What the gateway’s answer does to an attempt', () => {
  it.each(DEALT_WITH)('changes nothing once it is %s, whatever the answer', (state) => {
    const answers = ['paid', 'failed', 'pending', 'unknown'] as const
    for (const status of answers) {
      for (const money of Object.keys(MONEY) as Money[]) {
        expect(planFor(state, answerOf(status, money))).toEqual({ kind: 'nothing' })
      }
    }
  })

  const open = STATES.filter((state) => !DEALT_WITH.includes(state))

  describe.each(open)('while it is %s', (state) => {
    it.each(REFERENCES)('settles the asked amount with $name only when it fits', (row) => {
      const answer = { ...answerOf('paid'), reference: row.answered }
      const { kind } = planFor(state, answer, row.known)
      expect(kind).toBe(row.same ? 'settle' : 'quarantine')
    })

    it('settles more than asked, so that the rest is kept as excess', () => {
      const plan = planFor(state, answerOf('paid', 'double'))
      expect(plan).toMatchObject({ amount: 2 * ASKED, kind: 'settle' })
    })

    it.each(['less', 'none'] as const)('puts %s money aside', (money) => {
      const plan = planFor(state, answerOf('paid', money))
      expect(plan).toMatchObject({ kind: 'quarantine', reason: 'amount' })
    })

    it('names the reference first when both amount and reference are wrong', () => {
      const plan = planFor(state, { ...answerOf('paid', 'less'), reference: 'R2' })
      expect(plan).toMatchObject({ kind: 'quarantine', reason: 'reference' })
    })

    it.each(['pending', 'unknown'] as const)('waits on %s: unknown is not failed', (status) => {
      expect(planFor(state, answerOf(status))).toEqual({ kind: 'wait' })
    })

    it('is declined only from pending', () => {
      const kind = state === 'pending' ? 'decline' : 'nothing'
      expect(planFor(state, answerOf('failed'))).toEqual({ kind })
    })
  })
})

describe('The id of an attempt at the gateway', () => {
  const random = (fill: (at: number) => number) =>
    Uint8Array.from({ length: 20 }, (_, at) => fill(at))

  it('begins with a letter, carries the attempt and fits into fifty characters', () => {
    for (const attempt of [1, 2, 99, 9_999]) {
      const id = buildMerchantOrderId({ attempt, random: random((at) => at * 13) })
      expect(id).toMatch(new RegExp(`^LN-[2-9A-HJ-NP-Z]{20}-${attempt}$`))
      expect(id.length).toBeLessThanOrEqual(50)
    }
  })

  it('uses all of a byte’s chance: 256 bytes give each of 32 letters eight times', () => {
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 256; byte++) {
      const letter = buildMerchantOrderId({ attempt: 1, random: random(() => byte) }).charAt(3)
      counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect(counts.size).toBe(32)
    expect(new Set(counts.values())).toEqual(new Set([8]))
  })
})
