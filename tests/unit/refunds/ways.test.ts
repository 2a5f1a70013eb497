import { describe, expect, it } from 'vitest'

import { createDuitkuGateway } from '@/plugin/adapters/duitku'
import {
  DEFAULT_WAYS,
  resolveAccountNeed,
  resolveRefundWays,
  resolveSendBy,
} from '@/plugin/refunds/rules'
import { askSchema, refundOptions, transferSchema } from '@/plugin/refunds/schema'

const { groupChannel } = createDuitkuGateway({
  apiKey: 'x',
  merchantCode: 'DS00001',
  passportUrl: 'https://sandbox.duitku.com',
  popUrl: 'https://api-sandbox.duitku.com',
})

describe('In which ways money goes back', () => {
  it.each([
    ['BC', 'bank', ['transfer'], 'required'],
    ['I1', 'bank', ['transfer'], 'required'],
    ['SP', 'qris', ['transfer'], 'required'],
    ['IR', 'retail', ['transfer'], 'required'],
    ['VC', 'card', ['duitku', 'transfer'], 'optional'],
    ['OV', 'ewallet', ['duitku', 'transfer'], 'optional'],
    ['DN', 'paylater', ['duitku', 'transfer'], 'optional'],
    ['ZZ', 'other', ['transfer', 'duitku'], 'required'],
  ])('%s (%s): %j, account %s', (code, group, ways, need) => {
    expect(groupChannel(code)).toBe(group)
    expect(groupChannel(code.toLowerCase())).toBe(group)
    expect(resolveRefundWays(groupChannel(code))).toEqual(ways)
    expect(resolveAccountNeed([resolveRefundWays(groupChannel(code))])).toBe(need)
  })

  it('is for the shop to decide, kind by kind', () => {
    const ways = { card: ['duitku'], qris: ['duitku', 'transfer'] } as const
    expect(resolveRefundWays('card', ways)).toEqual(['duitku'])
    expect(resolveAccountNeed([resolveRefundWays('card', ways)])).toBe('none')
    expect(resolveAccountNeed([resolveRefundWays('qris', ways)])).toBe('optional')
    expect(resolveRefundWays('bank', ways)).toEqual(DEFAULT_WAYS.bank)
  })

  it('follows the strictest of several payments', () => {
    const of = (...groups: ('bank' | 'card')[]) =>
      resolveAccountNeed(groups.map((group) => resolveRefundWays(group, { card: ['duitku'] })))
    expect([of('card'), of('card', 'bank'), of('bank', 'card')]).toEqual([
      'none',
      'required',
      'required',
    ])
  })

  it('takes only settings that mean something', () => {
    const isFine = (ways: unknown) => refundOptions.safeParse({ ways }).success
    expect(isFine({ card: ['transfer', 'duitku'] })).toBe(true)
    for (const wrong of [{ card: [] }, { card: ['tunai'] }, { kartu: ['duitku'] }]) {
      expect(isFine(wrong)).toBe(false)
    }
    expect(isFine({ card: ['duitku', 'duitku'] })).toBe(false)
  })
})

describe('What is written about an account', () => {
  it('is nothing, or enough to send to', () => {
    const isFine = (account: string) =>
      askSchema.safeParse({ account, key: 'a'.repeat(32), reason: 'Salah pilih' }).success
    expect(['', 'BCA 1234567890 a.n. Budi'].map(isFine)).toEqual([true, true])
    expect(['BCA', 'BCA 12', 'tanpa nomor sama sekali'].map(isFine)).toEqual([false, false, false])
  })

  it('may have dots and spaces where the disbursement wants digits', () => {
    expect(transferSchema.parse({ account: '123-456.7890 1', bank: '014' }).account).toBe(
      '12345678901',
    )
  })
})

it('An approved refund is sent by the end of a day in Jakarta', () => {
  const approved = new Date('2026-11-30T17:30:00Z')
  expect(resolveSendBy(approved, 7).toISOString()).toBe('2026-12-08T16:59:59.999Z')
})
