import { describe, expect, it } from 'vitest'
import { resolveLunasOptions } from '@/plugin/options'
import { lunasOptions } from '../../support/lunasOptions'

const faultOf = (changes: Record<string, unknown>): string => {
  try {
    resolveLunasOptions({ ...lunasOptions(), ...changes } as never)
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  }
}

describe('The options of the plugin', () => {
  it('need little; the rest has a default', () => {
    expect(resolveLunasOptions(lunasOptions())).toMatchObject({
      disabled: false,
      expiryMinutes: 1440,
      numberPrefix: 'HZ',
      rateLimitFactor: 1,
      shopName: 'Lunas',
      sweepBudget: 50,
    })
  })

  it('forgive a slash at the end of the address', () => {
    const options = lunasOptions({ serverUrl: 'https://toko.example/' })
    expect(resolveLunasOptions(options).serverUrl).toBe('https://toko.example')
  })

  it.each([
    [{ secret: 'short' }, 'secret: must have at least 32 characters'],
    [{ serverUrl: 'toko.example' }, 'serverUrl: must begin with http:// or https://'],
    [{ serverUrl: 'ftp://toko.example' }, 'serverUrl: must begin with http:// or https://'],
    [{ numberPrefix: 'hz-1' }, 'numberPrefix: one to six capital letters'],
    [{ passwordUrl: 'https://toko.example/sandi' }, 'passwordUrl: must hold {token}'],
    [{ duitku: undefined }, 'duitku: '],
    [
      { duitku: { ...lunasOptions().duitku, popUrl: 'api-prod' } },
      'duitku.popUrl: must begin with',
    ],
    [{ duitku: { ...lunasOptions().duitku, apiKey: 7 } }, 'duitku.apiKey: must be a text'],
    [{ support: { email: 'halo' } }, 'support.email: '],
    [
      { support: { email: 'a@b.id', whatsapp: '0812' } },
      'support.whatsapp: must be digits with the country code',
    ],
    [{ slugs: { orders: 'Pesanan Kami' } }, 'slugs.orders: small letters, digits and dashes'],
    [{ slugs: { order: 'pesanan' } }, '"order"'],
    [{ collections: { orders: { fields: [] } } }, 'collections.orders: must be a function'],
    [{ expireMinutes: 5 }, '"expireMinutes"'],
    [{ expiryMinutes: 0 }, 'expiryMinutes: '],
    [{ waiverLimit: -1 }, 'waiverLimit: '],
  ])('%j are refused by name', (changes, message) => {
    const fault = faultOf(changes)
    expect(fault).toMatch(/^Lunas options are wrong:\n {2}/)
    expect(fault).toContain(message)
  })

  it('are refused all at once, not one after the other', () => {
    expect(faultOf({ numberPrefix: '1', secret: 'x', sweepBudget: 0 }).split('\n')).toHaveLength(4)
  })
})
