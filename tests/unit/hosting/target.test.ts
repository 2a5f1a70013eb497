import type { Config, Payload } from 'payload'
import { describe, expect, it } from 'vitest'

import { type AccountScene, hostingRuntime, type HostingRuntime } from '@/plugin/hosting'
import { targetOf } from '@/plugin/hosting/servers/access'

const payloadOf = (serverUrl: string): Payload => {
  const config = {} as Config
  hostingRuntime.install(config, { serverUrl } as HostingRuntime)
  return { config } as unknown as Payload
}

const service = {
  email: 'budi@contoh.id',
  hosts: ['budi.contoh.id', 'www.budi.contoh.id'],
  id: '1',
  locale: 'id',
  name: 'uabc1234',
  orderToken: 'the-token-that-opens-the-order',
} as AccountScene

describe('what a server is told of a service', () => {
  const payload = payloadOf('https://toko.example')

  it('leads the owner of a suspended site to the login, by the name of the site', () => {
    expect(targetOf(payload, service).ownerUrl).toBe(
      'https://toko.example/masuk-bayar?host=budi.contoh.id',
    )
    expect(targetOf(payload, { ...service, locale: 'en' }).ownerUrl).toBe(
      'https://toko.example/en/masuk-bayar?host=budi.contoh.id',
    )
  })

  it('never holds the token of the order: every visitor of the site would read it', () => {
    expect(JSON.stringify(targetOf(payload, service))).not.toContain(service.orderToken)
  })
})
