import { describe, expect, it } from 'vitest'
import { disbursementOptions } from '@/config/disbursement'
import { findEnvironmentFaults, parseEnvironment } from '@/config/env'
import { shopSecrets } from '@/config/secrets'
import { demoDisbursement } from '@/config/standIns'
import { buildShopEnvironment } from '@/dev/launch/environment'

const complete = {
  DATABASE_URL: 'postgres://lunas:secret@db.example.id:5432/lunas',
  DUITKU_API_KEY: 'a-key-of-sufficient-length',
  DUITKU_MERCHANT_CODE: 'D1234',
  MAIL_FROM: 'Lunas <toko@example.id>',
  PAYLOAD_SECRET: 'x'.repeat(32),
  SERVER_URL: 'https://shop.example.id',
  SMTP_URL: 'smtps://user:password@mail.example.id:465',
}

const real = {
  DUITKU_DISBURSEMENT_EMAIL: 'keuangan@example.id',
  DUITKU_DISBURSEMENT_SECRET: 'a-secret-of-sufficient-length',
  DUITKU_DISBURSEMENT_USER_ID: '3551',
}

describe('settings of the disbursement', () => {
  it('are off without a word', () => {
    expect(disbursementOptions(parseEnvironment(complete))).toBeUndefined()
  })

  it('are on with all three; the secret is one that no log repeats', () => {
    const settings = parseEnvironment({ ...complete, ...real })
    expect(disbursementOptions(settings)).toEqual({
      email: 'keuangan@example.id',
      secret: real.DUITKU_DISBURSEMENT_SECRET,
      url: 'https://passport.duitku.com',
      userId: '3551',
    })
    expect(shopSecrets(settings)).toContain(real.DUITKU_DISBURSEMENT_SECRET)
  })

  it('are refused by half, and what is missing is named', () => {
    const { DUITKU_DISBURSEMENT_SECRET: _, ...half } = real
    expect(findEnvironmentFaults({ ...complete, ...half })).toEqual([
      'DUITKU_DISBURSEMENT_SECRET is missing; Duitku Disbursement needs all three or none',
    ])
  })

  it('of the demo are refused on a live server', () => {
    const faults = findEnvironmentFaults({
      ...complete,
      ...demoDisbursement,
      DUITKU_DISBURSEMENT_URL: 'http://127.0.0.1:3010',
      NODE_ENV: 'production',
    })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'DUITKU_DISBURSEMENT_URL',
      'DUITKU_DISBURSEMENT_SECRET',
    ])
  })

  it('come with the simulator: a demo shop can send refunds, a shop with a gateway keeps its own', () => {
    const ports = {
      domains: 3030,
      mailSmtp: 3025,
      mailWeb: 3020,
      simulator: 3010,
      web: 3000,
      whatsapp: 3021,
    }
    const secrets = { payloadSecret: 'x'.repeat(32), postgresPassword: 'y' }
    const build = (given: Record<string, string>) =>
      buildShopEnvironment({ databaseUrl: 'postgres://x', given, ports, secrets } as never)
    expect(build({})).toMatchObject({
      ...demoDisbursement,
      DUITKU_DISBURSEMENT_URL: 'http://127.0.0.1:3010',
    })
    const { DUITKU_API_KEY, DUITKU_MERCHANT_CODE } = complete
    const own = build({ ...real, DUITKU_API_KEY, DUITKU_MERCHANT_CODE })
    expect(own).toMatchObject(real)
    expect(own.DUITKU_DISBURSEMENT_URL).toBeUndefined()
  })
})
