import { describe, expect, it } from 'vitest'
import { redactDeep, redactText } from '@/plugin/kernel/redact'

describe('A text for the log', () => {
  it.each([
    ['to budi.santoso+toko@contoh.co.id: refused', 'to [email]: refused'],
    ['call 0812-3456-7890 or +62 812 3456 7890', 'call [phone] or [phone]'],
    ['call 6281234567890', 'call [phone]'],
    ['key kunci-rahasia in the URL', 'key [secret] in the URL'],
    [
      'Failed query: insert into x values ($1)\nparams: Budi,a@b.id,1\n    at f (x.ts:1)',
      'Failed query: insert into x values ($1)\nparams: [values]\n    at f (x.ts:1)',
    ],
    ['params: Budi\nSantoso', 'params: [values]'],
  ])('%j becomes %j', (text, clean) => {
    expect(redactText(text, ['kunci-rahasia'])).toBe(clean)
  })

  it.each([
    'order LUx7Gq0812345678901-1 of Rp1.250.000',
    '2026-11-21T07:30:00.000Z took 1532 ms',
    '0194c1a0-0812-7345-8901-0812345678aa',
    'reference DS0000125ABC0812',
  ])('keeps %j, which helps to find the fault', (text) => {
    expect(redactText(text)).toBe(text)
  })

  it('ignores secrets too short to be any', () => {
    expect(redactText('a-b-c', ['', 'a', '-'])).toBe('a-b-c')
  })
})

describe('A record for the log', () => {
  it('hides what private fields hold, and keeps the rest', () => {
    const record = {
      attempt: 2,
      body: { customerName: 'Budi', email: 'x', list: ['a@b.id'], phoneNumber: '1' },
      headers: { Authorization: 'JWT x', 'x-duitku-signature': 'abc' },
      merchantOrderId: 'LU1',
      token: null,
    }
    expect(redactDeep(record)).toEqual({
      attempt: 2,
      body: {
        customerName: '[private]',
        email: '[private]',
        list: ['[email]'],
        phoneNumber: '[private]',
      },
      headers: { Authorization: '[private]', 'x-duitku-signature': '[private]' },
      merchantOrderId: 'LU1',
      token: null,
    })
  })

  it('keeps of a database error what names the fault, not the row', () => {
    const cause = Object.assign(new Error('violates check "orders_total_whole"'), {
      code: '23514',
      constraint: 'orders_total_whole',
      detail: 'Failing row contains (Budi Santoso, budi@contoh.id)',
    })
    const error = new Error('Failed query: insert\nparams: Budi Santoso,budi@contoh.id', { cause })
    const clean = redactDeep({ err: Object.assign(error, { params: ['Budi Santoso'] }) })
    const text = JSON.stringify(clean)
    expect(text).not.toMatch(/Budi|contoh\.id/)
    expect(clean).toMatchObject({
      err: { cause: { code: '23514', constraint: 'orders_total_whole' }, name: 'Error' },
    })
    expect(text).toContain('redact.test.ts')
  })

  it('survives whatever refers to itself', () => {
    const loop: Record<string, unknown> = { at: new Date(0) }
    loop.self = loop
    expect(JSON.stringify(redactDeep(loop))).toContain('[deep]')
  })
})
