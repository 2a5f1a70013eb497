import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { AccountFacts, PaymentFacts } from '@/plugin/instalments/documents/facts'
import type { Making } from '@/plugin/instalments/documents/page'
import type { PdfBlock } from '@/plugin/kernel/pdf'

import { buildReceiptDocument } from '@/plugin/instalments/documents/receipt'
import { isStampWorthy } from '@/plugin/instalments/documents/rules/stamp'
import { buildStatement, findReceipt } from '@/plugin/instalments/documents/rules/statement'
import { sayTerms } from '@/plugin/instalments/documents/terms'
import { planTerms } from '../../factories/plan'

const AT = '2026-12-05T03:00:00Z'

const payment = (wish: Partial<PaymentFacts> = {}): PaymentFacts => ({
  channel: 'BC',
  elsewhere: 0,
  forgiven: 0,
  id: 'p1',
  merchantOrderId: 'LN-1',
  method: 'gateway',
  paidAt: AT,
  received: 300,
  reference: null,
  returned: 0,
  returnedAt: null,
  state: 'paid',
  ...wish,
})

const debt = (seq: number) =>
  ({ amount: 300, dueOn: '2026-12-05', kind: 'instalment', lateFor: null, seq }) as const

const posting = (kind: string, change: number, money = 0, paymentId: null | string = null) => ({
  at: AT,
  change,
  kind,
  money,
  paymentId,
})

const account = (wish: Partial<AccountFacts> = {}): AccountFacts => ({
  allocations: [{ amount: 300, debt: debt(1), paymentId: 'p1' }],
  contract: null,
  customerName: 'Budi',
  locale: 'id',
  number: 'HZ/2026/000001',
  payments: [payment()],
  postings: [posting('order.placed', 1_200), posting('payment.received', -300, 300, 'p1')],
  title: 'VPS',
  token: 'x',
  ...wish,
})

const sentences = (blocks: readonly PdfBlock[]): string => JSON.stringify(blocks)

const receiptOf = (wish: Partial<AccountFacts>, locale: Making['locale'] = 'id') => {
  const facts = account(wish)
  const receipt = findReceipt(facts, 'LN-1')
  const making: Making = { account: facts, locale, nameChannel: () => 'BCA', shopName: 'Toko' }
  return receipt && buildReceiptDocument(making, receipt)
}

describe('an account', () => {
  it('balances line by line, whatever is charged and paid', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ max: 1_000_000, min: -1_000_000 })), (changes) => {
        const postings = changes.map((change) => posting('instalment.charged', change))
        const lines = buildStatement(account({ postings }))
        const sum = changes.reduce((all, change) => all + change, 0)
        expect(lines).toHaveLength(changes.length)
        expect(lines.at(-1)?.balance ?? 0).toBe(sum)
      }),
    )
  })

  it('tells a new schedule and a rebate each as one thing, and what comes twice as two', () => {
    const lines = buildStatement(
      account({
        postings: [
          posting('order.placed', 1_200),
          posting('contract.revised', -300),
          posting('contract.revised', -300),
          posting('contract.revised', 500),
          posting('instalment.rebated', -10),
          posting('instalment.rebated', -20),
          posting('instalment.charged', 25),
          posting('instalment.charged', 25),
        ],
      }),
    )
    expect(lines.map(({ balance, change, kind }) => [kind, change, balance])).toEqual([
      ['order.placed', 1_200, 1_200],
      ['contract.revised', -100, 1_100],
      ['instalment.rebated', -30, 1_070],
      ['instalment.charged', 25, 1_095],
      ['instalment.charged', 25, 1_120],
    ])
  })

  it('keeps what a payment paid at first apart from what was credited of it later', () => {
    const lines = buildStatement(
      account({
        allocations: [
          { amount: 300, debt: debt(1), paymentId: 'p1' },
          { amount: 200, debt: debt(2), paymentId: 'p1' },
        ],
        payments: [payment({ received: 500 })],
        postings: [
          posting('order.placed', 1_200),
          posting('payment.received', -300, 500, 'p1'),
          posting('review.credited', -200, 0, 'p1'),
        ],
      }),
    )
    expect(
      lines.map(({ allocations, aside }) => [aside, allocations.map((a) => a.debt.seq)]),
    ).toEqual([
      [0, []],
      [200, [1]],
      [0, [2]],
    ])
  })
})

describe('a receipt', () => {
  it('is of what was paid and of nothing else', () => {
    expect(findReceipt(account(), 'LN-2')).toBeNull()
    for (const state of ['pending', 'created', 'expired', 'review', 'failed', 'cancelled']) {
      expect(findReceipt(account({ payments: [payment({ state })] }), 'LN-1'), state).toBeNull()
    }
  })

  it('is not changed by what was paid later', () => {
    const early = findReceipt(account(), 'LN-1')
    const late = findReceipt(
      account({
        allocations: [...account().allocations, { amount: 300, debt: debt(2), paymentId: 'p2' }],
        payments: [payment(), payment({ id: 'p2', merchantOrderId: 'LN-2' })],
        postings: [...account().postings, posting('payment.received', -300, 300, 'p2')],
      }),
      'LN-1',
    )
    expect(late).toEqual(early)
    expect(early).toMatchObject({ balance: 900, excess: 0 })
  })

  it('paid for nothing of this order says what it was used for elsewhere', () => {
    const facts = account({
      allocations: [],
      payments: [payment({ elsewhere: 200 })],
      postings: [posting('order.placed', 1_200), posting('payment.received', 0, 300, 'p1')],
    })
    expect(findReceipt(facts, 'LN-1')).toMatchObject({ balance: 1_200, excess: 100 })
  })

  it('says across the page that all of it went back, and in a sentence that a part did', () => {
    const whole = { returned: 300, returnedAt: '2026-12-06T03:00:00Z', state: 'refunded' }
    const all = receiptOf({ payments: [payment(whole)] })
    expect([all?.watermark, all?.createdAt]).toEqual([
      'DIKEMBALIKAN',
      new Date('2026-12-06T03:00:00Z'),
    ])
    expect(sentences(all?.blocks ?? [])).toContain('sudah dikembalikan seluruhnya')
    const part = receiptOf({ payments: [payment({ ...whole, returned: 100, state: 'paid' })] })
    expect(part?.watermark).toBeUndefined()
    expect(sentences(part?.blocks ?? [])).toContain('Sebagian dari pembayaran ini')
    expect(receiptOf({ payments: [payment(whole)] }, 'en')?.watermark).toBe('REFUNDED')
  })

  it('may need an e-Meterai above five million rupiah, not at five million', () => {
    expect([5_000_000, 5_000_001].map(isStampWorthy)).toEqual([false, true])
    const [below, above] = [5_000_000, 5_000_001].map((received) =>
      sentences(receiptOf({ payments: [payment({ received })] })?.blocks ?? []),
    )
    expect(below).not.toContain('eterai')
    expect(above).toContain('e-Meterai')
  })
})

describe('the terms in words', () => {
  const said = (wish: Parameters<typeof planTerms>[0], locale: 'en' | 'id' = 'id') =>
    Object.fromEntries(sayTerms(planTerms(wish), locale))

  it('say what being late costs: from which day, how often, at most how much', () => {
    expect(said({}).Denda).toBe('Tidak ada.')
    const share = { basisPoints: 250, kind: 'percent' } as const
    expect(said({ lateFee: { cap: 100_000, every: 'month', graceDays: 3, share } }).Denda).toBe(
      '2,5% dari cicilan mulai hari ke-4 setelah jatuh tempo, dan lagi setiap 30 hari berikutnya, ' +
        'paling banyak Rp100.000 untuk satu cicilan.',
    )
    const amount = { amount: 25_000, kind: 'amount' } as const
    expect(
      said({ lateFee: { cap: null, every: 'once', graceDays: 0, share: amount } }, 'en')[
        'Late fee'
      ],
    ).toBe('Rp25,000 from day 1 after the due day, once.')
  })

  it('say on which days somebody is asked, warned and suspended, by whom, or that nobody is', () => {
    const { ladder } = planTerms()
    expect(said({}).Penangguhan).toContain('Hari ke-7: layanan dapat ditangguhkan admin.')
    expect(said({ ladder: { ...ladder, suspension: 'auto' } }).Penangguhan).toContain(
      'Hari ke-7: layanan ditangguhkan.',
    )
    const offsets = { ...ladder.offsets, suspend: null }
    expect(said({ ladder: { ...ladder, offsets } }, 'en').Suspension).toBe(
      'The service is not suspended for paying late.',
    )
  })

  it('say what paying early and paying too much does', () => {
    const early = said({ overpaid: 'keep', payoff: 'markupBack' })
    expect(early['Pelunasan awal']).toContain('belum jatuh tempo dipotong')
    expect(early['Kelebihan bayar']).toContain('Dicatat terpisah')
  })
})
