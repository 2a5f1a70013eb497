import { describe, expect, it } from 'vitest'

import { findEnvironmentFaults, parseEnvironment } from '@/config/env'
import { demoChat } from '@/config/standIns'
import { chatOptions } from '@/config/whatsapp'
import { buildShopEnvironment, findNeededStandIns, findRefusals } from '@/dev/launch/environment'

const shop = {
  DATABASE_URL: 'postgres://lunas:secret@db.example.id:5432/lunas',
  DUITKU_API_KEY: 'a-key-of-sufficient-length',
  DUITKU_MERCHANT_CODE: 'D1234',
  MAIL_FROM: 'Lunas <toko@example.id>',
  PAYLOAD_SECRET: 'x'.repeat(32),
  SERVER_URL: 'https://shop.example.id',
  SMTP_URL: 'smtps://user:password@mail.example.id:465',
}

const cloud = {
  ...shop,
  WHATSAPP_CHANNEL: 'cloud',
  WHATSAPP_CLOUD_PHONE_ID: '106540352242922',
  WHATSAPP_CLOUD_SECRET: 'app-secret',
  WHATSAPP_CLOUD_TOKEN: 'token',
  WHATSAPP_CLOUD_VERIFY: 'word',
}

const ports = {
  caddyAdmin: 3061,
  domains: 3030,
  mailSmtp: 3025,
  mailWeb: 3020,
  panels: 3051,
  simulator: 3010,
  sites: 3060,
  stamps: 3040,
  web: 3000,
  whatsapp: 3021,
}
const secrets = { gateToken: 'g'.repeat(40), payloadSecret: 's'.repeat(40), postgresPassword: 'p' }

const start = (given: Record<string, string>) =>
  buildShopEnvironment({ databaseUrl: shop.DATABASE_URL, given, ports, secrets })

describe('the channel of a shop', () => {
  it('is wa.me when nothing is said', () => {
    expect(chatOptions(parseEnvironment(shop))).toEqual({ id: 'wa.me' })
  })

  it('is the Cloud API with its settings', () => {
    expect(chatOptions(parseEnvironment(cloud))).toEqual({
      appSecret: 'app-secret',
      graphUrl: 'https://graph.facebook.com',
      id: 'cloud',
      phoneNumberId: '106540352242922',
      token: 'token',
      verifyToken: 'word',
      version: 'v23.0',
    })
  })

  it('is Fonnte with its token', () => {
    const settings = { ...shop, FONNTE_TOKEN: 'device', WHATSAPP_CHANNEL: 'fonnte' }
    expect(chatOptions(parseEnvironment(settings))).toEqual({
      id: 'fonnte',
      token: 'device',
      url: 'https://api.fonnte.com',
    })
  })

  it('is not begun by halves: every missing setting has its line', () => {
    expect(findEnvironmentFaults({ ...shop, WHATSAPP_CHANNEL: 'cloud' })).toEqual(
      ['PHONE_ID', 'TOKEN', 'SECRET', 'VERIFY'].map(
        (name) => `WHATSAPP_CLOUD_${name} is missing; WHATSAPP_CHANNEL=cloud needs it`,
      ),
    )
    expect(findEnvironmentFaults({ ...shop, WHATSAPP_CHANNEL: 'fonnte' })).toEqual([
      'FONNTE_TOKEN is missing; WHATSAPP_CHANNEL=fonnte needs it',
    ])
    expect(findEnvironmentFaults({ ...shop, WHATSAPP_CHANNEL: 'sms' })).toEqual([
      'WHATSAPP_CHANNEL must be wa.me, cloud or fonnte',
    ])
  })

  it('never is the catcher on a live server', () => {
    const catcher = { WHATSAPP_CLOUD_URL: 'http://127.0.0.1:3021', ...demoChat }
    const live = { ...cloud, ...catcher, NODE_ENV: 'production' }
    expect(findEnvironmentFaults(live).map((line) => line.split(' ')[0])).toEqual([
      'WHATSAPP_CLOUD_URL',
      'WHATSAPP_CLOUD_SECRET',
    ])
    expect(findEnvironmentFaults({ ...live, LUNAS_DEMO: '1' })).toEqual([])
  })

  it('needs no settings while building', () => {
    const building = { NEXT_PHASE: 'phase-production-build', WHATSAPP_CHANNEL: 'cloud' }
    expect(chatOptions(parseEnvironment(building))).toMatchObject({ id: 'cloud' })
  })
})

describe('npm start', () => {
  it('shows the catcher beside the demo shop, whose channel stays wa.me', () => {
    expect(findNeededStandIns({})).toContain('whatsapp')
    expect(parseEnvironment(start({})).WHATSAPP_CHANNEL).toBe('wa.me')
  })

  it.each(['cloud', 'fonnte'])('lets the catcher play %s when it has no settings', (channel) => {
    const given = { WHATSAPP_CHANNEL: channel }
    expect(findNeededStandIns(given)).toContain('whatsapp')
    expect(findRefusals(given)).toEqual([])
    const environment = start(given)
    expect(findEnvironmentFaults(environment)).toEqual([])
    expect(JSON.stringify(chatOptions(parseEnvironment(environment)))).toContain(
      'http://127.0.0.1:3021',
    )
  })

  it('leaves the catcher out when WhatsApp is real, or wa.me is chosen', () => {
    expect(findNeededStandIns(cloud)).toEqual([])
    expect(start(cloud)).toMatchObject(cloud)
    expect(findNeededStandIns({ WHATSAPP_CHANNEL: 'wa.me' })).not.toContain('whatsapp')
  })

  it('refuses half a channel, and the catcher on a live server', () => {
    const half = { WHATSAPP_CHANNEL: 'cloud', WHATSAPP_CLOUD_TOKEN: 'token' }
    expect(findRefusals(half).map((line) => line.split(' ')[0])).toEqual([
      'WHATSAPP_CLOUD_PHONE_ID',
      'WHATSAPP_CLOUD_SECRET',
      'WHATSAPP_CLOUD_VERIFY',
    ])
    const live = { ...shop, NODE_ENV: 'production', WHATSAPP_CHANNEL: 'fonnte' }
    expect(findRefusals(live)).toEqual([
      'FONNTE_TOKEN is missing; WHATSAPP_CHANNEL=fonnte needs it',
    ])
  })
})
