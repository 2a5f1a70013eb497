import { describe, expect, it } from 'vitest'
import { createCustomersCollection } from '@/plugin/customers'
import { defaultSlugs, type LoginOptions } from '@/plugin/kernel/payload'
import { createStaffCollection } from '@/plugin/staff'

const loginsOf = (secureCookies: LoginOptions['secureCookies']) => {
  const options = { secureCookies, slugs: defaultSlugs }
  const page = 'https://toko.example/akun/kata-sandi?token={token}'
  const passwordUrl = { en: page, id: page }
  const renderPasswordMail = () => Promise.resolve({ html: '', subject: '' })
  return [
    createCustomersCollection({ ...options, passwordUrl, renderPasswordMail }),
    createStaffCollection(options),
  ].map(({ auth }) => (typeof auth === 'object' ? auth : {}))
}

describe('Sessions', () => {
  it('travel over HTTPS only, where the shop has HTTPS', () => {
    expect(loginsOf(true).map(({ cookies }) => cookies?.secure)).toEqual([true, true])
    expect(loginsOf(false).map(({ cookies }) => cookies?.secure)).toEqual([false, false])
  })

  it('last a month for customers and a working day for staff', () => {
    const hours = loginsOf(true).map(({ tokenExpiration = 0 }) => tokenExpiration / 3600)
    expect(hours).toEqual([720, 8])
  })

  it('never end in a lock that strangers could put on an account', () => {
    for (const { maxLoginAttempts } of loginsOf(true)) {
      expect(maxLoginAttempts).toBeGreaterThanOrEqual(1_000_000)
    }
  })
})
