import { describe, expect, it } from 'vitest'
import { findEnvironmentFaults, parseEnvironment } from '@/config/env'
import { buildEnvExample, readEnvExample } from '@/config/envExample'
import { demoApiKey } from '@/config/standIns'

const complete = {
  DATABASE_URL: 'postgres://lunas:secret@db.example.id:5432/lunas',
  DUITKU_API_KEY: 'a-key-of-sufficient-length',
  DUITKU_MERCHANT_CODE: 'D1234',
  MAIL_FROM: 'Lunas <toko@example.id>',
  PAYLOAD_SECRET: 'x'.repeat(32),
  SERVER_URL: 'https://shop.example.id',
  SMTP_URL: 'smtps://user:password@mail.example.id:465',
}

describe('settings from the environment', () => {
  it('accepts the needed settings and fills in the standard ones', () => {
    const settings = parseEnvironment(complete)
    expect(settings).toMatchObject({
      DUITKU_CALLBACK_SCHEMES: ['hmac'],
      DUITKU_POP_URL: 'https://api-prod.duitku.com',
      LUNAS_DEMO: false,
      PORT: 3000,
    })
    expect(Object.isFrozen(settings)).toBe(true)
  })

  it('treats an empty value as unset', () => {
    expect(parseEnvironment({ ...complete, PORT: '', WHATSAPP_NUMBER: '  ' }).PORT).toBe(3000)
    expect(findEnvironmentFaults({ ...complete, SMTP_URL: '' })).toEqual(['SMTP_URL is missing'])
  })

  it('names all faults at once', () => {
    const faults = findEnvironmentFaults({
      ...complete,
      DATABASE_URL: '',
      PORT: 'x',
      SERVER_URL: 'y',
    })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'SERVER_URL',
      'PORT',
      'DATABASE_URL',
    ])
    expect(() => parseEnvironment({})).toThrow(/PAYLOAD_SECRET is missing[^]*MAIL_FROM is missing/)
  })

  it('never repeats a secret in a fault', () => {
    const faults = findEnvironmentFaults({ ...complete, PAYLOAD_SECRET: 'too-short-secret' })
    expect(faults).toEqual(['PAYLOAD_SECRET must have at least 32 characters'])
  })

  it('drops the slash at the end of addresses and refuses a path in the shop address', () => {
    expect(parseEnvironment({ ...complete, SERVER_URL: 'https://a.id/' }).SERVER_URL).toBe(
      'https://a.id',
    )
    expect(findEnvironmentFaults({ ...complete, SERVER_URL: 'https://a.id/toko' })).toEqual([
      'SERVER_URL must not have a path',
    ])
  })

  it.each([
    ['DUITKU_CALLBACK_SCHEMES', 'hmac, legacy', ['hmac', 'legacy']],
    ['MAIL_ADMIN', 'a@b.id,c@d.id', ['a@b.id', 'c@d.id']],
    ['LUNAS_DEMO', '1', true],
  ])('reads %s', (name, text, value) => {
    expect(parseEnvironment({ ...complete, [name]: text })).toHaveProperty(name, value)
  })
})

describe('stand-ins', () => {
  const demo = {
    ...complete,
    DUITKU_API_KEY: demoApiKey,
    DUITKU_POP_URL: 'http://127.0.0.1:3010',
    SMTP_URL: 'smtp://127.0.0.1:3025',
  }

  it('are welcome in development', () => {
    expect(findEnvironmentFaults(demo)).toEqual([])
  })

  it('are refused on a live server, each by name', () => {
    const faults = findEnvironmentFaults({ ...demo, NODE_ENV: 'production' })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'DUITKU_POP_URL',
      'DUITKU_API_KEY',
      'SMTP_URL',
    ])
  })

  it('are allowed on a live server that says it is a demonstration', () => {
    expect(findEnvironmentFaults({ ...demo, LUNAS_DEMO: '1', NODE_ENV: 'production' })).toEqual([])
  })
})

describe('building', () => {
  it('needs no settings at all', () => {
    const phase = { NEXT_PHASE: 'phase-production-build', NODE_ENV: 'production' }
    expect(parseEnvironment(phase).LUNAS_DEMO).toBe(false)
    expect(() => parseEnvironment({ NODE_ENV: 'production' })).toThrow('SERVER_URL is missing')
  })
})

describe('.env.example', () => {
  it('is what the schema says (npm run generate writes it)', () => {
    expect(readEnvExample()).toBe(buildEnvExample())
  })
})
