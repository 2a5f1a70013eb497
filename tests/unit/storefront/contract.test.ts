import { describe, expect, it } from 'vitest'

import { resolveStanding, type StandingRow } from '@/plugin/instalments'
import { DomainError } from '@/plugin/kernel/errors'
import { addMonths, wibDay } from '@/plugin/kernel/time'
import { safeNext } from '@/storefront/account/parse'
import { arrearsNoticeOf, readArrearsNotice } from '@/storefront/arrears/notice'
import { choicePath, loginPath } from '@/storefront/arrears/paths'
import {
  buildDebtRows,
  buildPayOptions,
  daysLeft,
  debtTones,
  resolveContractStatus,
  resolveDueNow,
} from '@/storefront/contract/standing'
import { readPayWish, wishOfAttempt } from '@/storefront/contract/wish'
import en from '@/storefront/messages/en.json'
import id from '@/storefront/messages/id.json'
import { noticeOf } from '@/storefront/order/notice'

const START = wibDay('2026-12-05')

const part = (seq: number, changes: Partial<StandingRow> = {}): StandingRow => ({
  amount: 300_000,
  dueOn: addMonths({ anchor: START, months: seq - 1 }),
  kind: 'instalment',
  lateFor: null,
  paid: 0,
  paidOn: null,
  refunded: 0,
  seq,
  state: 'open',
  ...changes,
})

const paid = (seq: number): StandingRow =>
  part(seq, { paid: 300_000, paidOn: addMonths({ anchor: START, months: seq - 1 }), state: 'paid' })

const fee = (seq: number, lateFor: number): StandingRow =>
  part(seq, { amount: 25_000, dueOn: '2027-01-10', kind: 'lateFee', lateFor })

const on = (day: string, rows: StandingRow[]) => {
  const today = wibDay(day)
  return { ...resolveStanding({ rows, today }), today }
}

describe('the button "Bayar"', () => {
  it('asks for everything that is due, fees included', () => {
    const open = on('2027-02-05', [paid(1), part(2), part(3), part(4), fee(5, 2)])
    expect(resolveDueNow(open)).toEqual({ amount: 625_000, isAhead: false, seqs: [2, 3, 5] })
  })

  it('asks for the next instalment while nothing is due, and for nothing in the end', () => {
    expect(resolveDueNow(on('2026-12-10', [paid(1), part(2), part(3)]))).toEqual({
      amount: 300_000,
      isAhead: true,
      seqs: [2],
    })
    expect(resolveDueNow(on('2026-12-10', [paid(1)]))).toBeNull()
  })

  it('asks only for what is left of an instalment that was paid in part', () => {
    expect(resolveDueNow(on('2026-12-05', [part(1, { paid: 100_000 })]))?.amount).toBe(200_000)
  })
})

describe('the list "Bayar beberapa"', () => {
  it('goes from the oldest debt on, one instalment more each time', () => {
    const options = buildPayOptions(on('2026-12-05', [part(1), part(2), part(3)]))
    expect(options.map(({ amount, count, seqs, until }) => [count, seqs, amount, until])).toEqual([
      [1, [1], 300_000, '2026-12-05'],
      [2, [1, 2], 600_000, '2027-01-05'],
      [3, [1, 2, 3], 900_000, '2027-02-05'],
    ])
  })

  it('puts fees after what is overdue and before what is not due yet', () => {
    const rows = [part(1), part(2), part(3), fee(4, 1), fee(5, 1)]
    const options = buildPayOptions(on('2027-01-11', rows))
    expect(options.map(({ count, fees, seqs }) => [count, fees, seqs])).toEqual([
      [1, 0, [1]],
      [2, 0, [1, 2]],
      [2, 50_000, [1, 2, 4, 5]],
      [3, 50_000, [1, 2, 4, 5, 3]],
    ])
  })

  it('can be about fees alone', () => {
    const [first] = buildPayOptions(on('2027-01-11', [paid(1), paid(2), fee(4, 2)]))
    expect(first).toEqual({ amount: 25_000, count: 0, fees: 25_000, seqs: [4], until: null })
  })
})

describe('the table of debts', () => {
  it('shows a late fee beside the instalment that it is for, and replaced lines apart', () => {
    const rows = [
      paid(1),
      part(2),
      part(3, { state: 'replaced' }),
      fee(4, 2),
      part(5, { kind: 'lateFee', lateFor: 2, state: 'void' }),
    ]
    const { current, former } = buildDebtRows(on('2027-01-10', rows))
    expect(current.map(({ debt, fees }) => [debt.seq, fees.map(({ seq }) => seq)])).toEqual([
      [1, []],
      [2, [4]],
    ])
    expect(former.map(({ debt }) => debt.seq)).toEqual([3])
  })

  it('has a word in both languages and a colour for every status', () => {
    for (const status of Object.keys(debtTones)) {
      expect(id.contract.statuses).toHaveProperty(status)
      expect(en.contract.statuses).toHaveProperty(status)
    }
  })
})

describe('the word for a contract', () => {
  it.each([
    ['paid', 'paid', 'open', false],
    ['refunded', 'refunded', 'cancelled', true],
    ['cancelled', 'unpaid', 'cancelled', true],
    ['arrears', 'partly_paid', 'open', true],
    ['arrears', 'unpaid', 'open', true],
    ['notStarted', 'unpaid', 'open', false],
    ['running', 'partly_paid', 'fulfilled', false],
  ] as const)('%s', (expected, paymentState, state, isOverdue) => {
    expect(resolveContractStatus({ isOverdue, paymentState, state })).toBe(expected)
  })

  it('waits for the agreement before it waits for money', () => {
    const placed = { isOverdue: false, paymentState: 'unpaid', state: 'placed' }
    expect(resolveContractStatus({ ...placed, spk: { isConfirmed: false } })).toBe('agreement')
    expect(resolveContractStatus({ ...placed, spk: { isConfirmed: true } })).toBe('notStarted')
    expect(resolveContractStatus({ ...placed, spk: null })).toBe('notStarted')
  })

  it('counts days to and from a due day', () => {
    expect(daysLeft(START, START)).toBe(0)
    expect(daysLeft(START, wibDay('2026-12-21'))).toBe(16)
    expect(daysLeft(START, wibDay('2026-12-01'))).toBe(-4)
  })
})

describe('what a form asks to pay', () => {
  const formOf = (fields: Record<string, string>): FormData => {
    const form = new FormData()
    Object.entries(fields).forEach(([name, value]) => form.append(name, value))
    return form
  }

  it('is what is due, some debts by their numbers, or all', () => {
    expect(readPayWish(formOf({}))).toEqual({})
    expect(readPayWish(formOf({ instalments: '2,3,5' }))).toEqual({ instalments: [2, 3, 5] })
    expect(readPayWish(formOf({ pay: 'all' }))).toEqual({ pay: 'all' })
  })

  it.each<Record<string, string>>([
    { instalments: '' },
    { instalments: '0' },
    { instalments: '1,,2' },
    { instalments: '1e3' },
    { instalments: '-1' },
    { instalments: '٣' },
    { instalments: '1,'.repeat(500) },
    { pay: 'some' },
    { instalments: '1', pay: 'all' },
  ])('is nothing at all when it says %j', (fields) => {
    expect(readPayWish(formOf(fields as Record<string, string>))).toBeUndefined()
  })

  it('can be the same as an attempt asked for', () => {
    expect(wishOfAttempt({ instalments: [2, 3], rebate: 0 })).toEqual({ instalments: '2,3' })
    expect(wishOfAttempt({ instalments: [2, 3], rebate: 500 })).toEqual({ pay: 'all' })
  })
})

describe('a refusal', () => {
  it('of debts that have changed meanwhile says so', () => {
    const stale = new DomainError('payment.nothingDue', { field: 'instalments', instalment: 2 })
    expect(noticeOf(stale)).toBe('pilihan')
    expect(noticeOf(new DomainError('contract.oldestFirst', { instalment: 2 }))).toBe('pilihan')
    expect(noticeOf(new DomainError('payment.nothingDue'))).toBe('tidak-ada')
  })

  it('of a choice names what happened; what nobody foresaw is our fault', () => {
    expect(arrearsNoticeOf(new DomainError('transition.conflict'))).toBe('berubah')
    expect(arrearsNoticeOf(new DomainError('overdue.nothingOverdue'))).toBe('lancar')
    expect(arrearsNoticeOf(new DomainError('rateLimited'))).toBe('tunggu')
    expect(arrearsNoticeOf(new Error('?'))).toBe('gangguan')
    expect(readArrearsNotice('berubah')).toBe('berubah')
    for (const odd of ['toString', '', undefined, ['berubah']]) {
      expect(readArrearsNotice(odd)).toBeUndefined()
    }
  })
})

describe('the way to the choice', () => {
  const token = 'A_b-'.repeat(11)

  it('leads through the login and back', () => {
    expect(safeNext(choicePath(token))).toBe(`/pesanan/${token}/tunggakan`)
    expect(loginPath(token)).toBe(`/akun?lanjut=%2Fpesanan%2F${token}%2Ftunggakan`)
  })

  it.each([
    '/pesanan/../tunggakan',
    `/pesanan/${token}`,
    `/pesanan/${token}/tunggakan?langkah=tangguhkan`,
    `/pesanan/${token}/tunggakan/../../admin`,
    `//pesanan/${token}/tunggakan`,
  ])('leads nowhere else: %s', (path) => {
    expect(safeNext(path)).toBe('/akun')
  })
})
