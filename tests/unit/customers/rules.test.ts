import { describe, expect, it } from 'vitest'

import { findPhone, normalisePhone, whatsappDigits } from '@/plugin/customers'
import { DomainError } from '@/plugin/kernel/errors'

describe('the phone number of a customer', () => {
  it.each([
    '081234567890',
    '0812-3456-7890',
    '+62 812 3456 7890',
    '62 812 3456 7890',
    '(0812) 3456 7890',
  ])('is read however it is typed: %s', (typed) => {
    expect(normalisePhone(typed)).toBe('+6281234567890')
  })

  it('may be foreign when it says its country', () => {
    expect(findPhone('+44 20 7946 0958')).toBe('+442079460958')
  })

  it.each(['', '12', 'abc', '+62', '0812', '0'.repeat(200), '081234567890 ext 5'])(
    'is refused when nobody could call it: %s',
    (typed) => {
      expect(() => normalisePhone(typed, 'customer.phone')).toThrow(DomainError)
    },
  )

  it('names the field it was typed in', () => {
    expect(() => normalisePhone('12', 'customer.phone')).toThrow(
      expect.objectContaining({
        code: 'customer.invalidPhone',
        details: { field: 'customer.phone' },
      }),
    )
  })

  it('is given to WhatsApp as digits', () => {
    expect(whatsappDigits('+6281234567890')).toBe('6281234567890')
  })
})
