import { describe, expect, it } from 'vitest'

import { type ChatChannelOptions, createChatChannel } from '@/plugin/adapters/whatsapp'

const cloud = {
  appSecret: 'app-secret-0001',
  id: 'cloud',
  phoneNumberId: '106540352242922',
  token: 'token-of-a-system-user',
  verifyToken: 'word',
} as const

const fonnte = { id: 'fonnte', token: 'device-token' } as const

const faultOf = (options: ChatChannelOptions): string => {
  try {
    createChatChannel(options)
  } catch (error) {
    return (error as Error).message
  }
  return ''
}

describe('a channel with wrong settings does not start', () => {
  it('says what is missing, all of it at once', () => {
    expect(faultOf({ ...cloud, appSecret: '', token: ' ' })).toBe(
      'WhatsApp Cloud API: appSecret is missing; token is missing',
    )
    expect(faultOf({ ...fonnte, token: '' })).toBe('Fonnte: token is missing')
  })

  it('never repeats a value, which may be a secret in the wrong place', () => {
    expect(faultOf({ ...cloud, phoneNumberId: 'token-in-the-wrong-place' })).toBe(
      'WhatsApp Cloud API: phoneNumberId must be digits',
    )
  })

  it.each(['http://graph.facebook.com', 'http://10.0.0.5', 'ftp://localhost'])(
    'refuses %s: a token travels encrypted',
    (url) => {
      expect(faultOf({ ...cloud, graphUrl: url })).toContain('graphUrl must use https')
      expect(faultOf({ ...fonnte, url })).toContain('url must use https')
    },
  )

  it.each([
    'http://localhost:3021',
    'http://127.0.0.1:3021',
    'http://[::1]:3021',
    'http://whatsapp',
  ])('lets %s stand in without https', (url) => {
    expect(faultOf({ ...cloud, graphUrl: url })).toBe('')
    expect(faultOf({ ...fonnte, url })).toBe('')
  })

  it('refuses a version that is none', () => {
    expect(faultOf({ ...cloud, version: '23' })).toContain('version must look like v23.0')
  })
})

describe('what a channel can do', () => {
  it('is said by the channel', () => {
    expect(createChatChannel(cloud)).toMatchObject({
      capabilities: { document: 'url', statusWebhook: true, template: true, text: true },
      id: 'cloud',
      official: true,
    })
    expect(createChatChannel(fonnte)).toMatchObject({
      capabilities: { document: 'url', statusWebhook: false, template: false, text: true },
      id: 'fonnte',
      official: false,
    })
  })

  it('leaves out unsigned webhooks: Fonnte reads none', () => {
    expect(createChatChannel(fonnte).readWebhook).toBeUndefined()
  })
})
