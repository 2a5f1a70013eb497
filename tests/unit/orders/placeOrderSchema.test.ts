import { describe, expect, it } from 'vitest'
import { findPhone } from '@/plugin/customers'
import { placeOrderSchema } from '@/plugin/orders'

const order = (changes: object = {}): Record<string, unknown> => ({
  acceptedTerms: true,
  customer: { email: 'Budi@Contoh.ID', name: ' Budi Santoso ', phone: '0812-3456-7890' },
  items: [{ product: 'konsultasi', quantity: 1 }],
  ...changes,
})

const withCustomer = (changes: object) =>
  order({ customer: { ...(order().customer as object), ...changes } })

const withLine = (changes: object) =>
  order({ items: [{ product: 'konsultasi', quantity: 1, ...changes }] })

const firstMessage = (input: unknown): string | undefined =>
  placeOrderSchema.safeParse(input).error?.issues[0]?.message

const isRefused = (input: unknown): boolean => !placeOrderSchema.safeParse(input).success

describe('An order form', () => {
  it('is read as meant: name trimmed, e-mail in small letters', () => {
    const { customer } = placeOrderSchema.parse(order())
    expect(customer).toMatchObject({ email: 'budi@contoh.id', name: 'Budi Santoso' })
  })

  it.each([-1, 0, 1.5, '1', 1e21, 2 ** 53, Number.NaN, Infinity, null, [1], {}, true, 100])(
    'refuses the quantity %j',
    (quantity) => {
      expect(firstMessage(withLine({ quantity }))).toBe('order.invalidQuantity')
    },
  )

  it.each([1, 99])('takes the quantity %j', (quantity) => {
    expect(isRefused(withLine({ quantity }))).toBe(false)
  })

  it.each([[[]], [undefined], [null], ['konsultasi'], [{}]])('refuses the cart %j', (items) => {
    expect(firstMessage(order({ items }))).toBe('order.emptyCart')
  })

  it('refuses more than twenty lines', () => {
    const items = Array.from({ length: 21 }, () => ({ product: 'konsultasi', quantity: 1 }))
    expect(isRefused(order({ items }))).toBe(true)
  })

  it.each([
    ['price', withLine({ price: 1 })],
    ['unitPrice', withLine({ unitPrice: 1 })],
    ['total', order({ total: 1 })],
    ['state', order({ state: 'fulfilled' })],
    ['paymentState', order({ paymentState: 'paid' })],
    ['role', withCustomer({ role: 'owner' })],
    ['id', withCustomer({ id: 'x' })],
  ])('refuses a form that brings its own %s', (_, input) => {
    expect(isRefused(input)).toBe(true)
  })

  it.each([false, 'true', 1, null, undefined])('refuses terms accepted as %j', (acceptedTerms) => {
    expect(firstMessage(order({ acceptedTerms }))).toBe('order.termsNotAccepted')
  })

  it.each([
    '',
    'budi',
    'budi@',
    '@contoh.id',
    'a b@contoh.id',
    'budi@contoh',
    'budi@contoh.id\r\nBcc: x@y.id',
    'budi@contoh.id\u0000',
    '"x"@a(b)c',
    `${'a'.repeat(46)}@x.id`,
    'budi@contoh.id,lain@contoh.id',
    ['budi@contoh.id'],
    { equals: 'budi@contoh.id' },
    null,
  ])('refuses the e-mail %j', (email) => {
    expect(firstMessage(withCustomer({ email }))).toBe('customer.invalidEmail')
  })

  it.each([
    '',
    'B',
    '   ',
    'x'.repeat(101),
    'Budi\nSantoso',
    'Budi\u0000',
    'Budi\u0007',
    'Budi\u2028Santoso',
    '\u202eiduB rtl',
    'Budi \ud800',
    '\udc00Budi',
    'Bu\u200bdi',
    7,
    null,
    ['Budi'],
  ])('refuses the name %j', (name) => {
    expect(firstMessage(withCustomer({ name }))).toBe('customer.invalidName')
  })

  it.each(['Nyi Roro Kidul', "D'Artagnan", 'Müller-Lüdenscheid', '王小明', 'Siti 🌸', 'محمد علي'])(
    'takes the name %s',
    (name) => {
      expect(isRefused(withCustomer({ name }))).toBe(false)
    },
  )

  it.each(['a\u0000b', 'half \ud83d pair', 'x'.repeat(1_001), 5])(
    'refuses the notes %j',
    (notes) => {
      expect(isRefused(withCustomer({ notes }))).toBe(true)
    },
  )

  it('takes notes of several lines, with emoji and right-to-left script', () => {
    const notes = 'baris satu\nbaris dua\n\u202eterbalik\u202c 🙏🏽'
    expect(placeOrderSchema.parse(withCustomer({ notes })).customer.notes).toBe(notes)
  })

  it.each([-1, 1.5, '750000', 1e21, null])('refuses the agreed total %j', (expectedTotal) => {
    expect(isRefused(order({ expectedTotal }))).toBe(true)
  })

  it.each([undefined, null, 'x', 5, [], [order()]])('refuses %j as a whole', (input) => {
    expect(isRefused(input)).toBe(true)
  })

  it.each(['', '0812', '12345', '+1 555', '0812-3456-7890 ext 5', 'x'.repeat(41), '٠٨١٢', '<b>'])(
    'finds no phone number in %j',
    (typed) => {
      expect(findPhone(typed)).toBeNull()
    },
  )

  it.each([
    ['0812-3456-7890', '+6281234567890'],
    ['+62 812 3456 7890', '+6281234567890'],
    ['(021) 5790 1234', '+622157901234'],
    ['+65 6123 4567', '+6561234567'],
  ])('reads the phone number %s as %s', (typed, phone) => {
    expect(findPhone(typed)).toBe(phone)
  })
})
