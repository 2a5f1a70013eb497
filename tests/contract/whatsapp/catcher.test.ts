import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { number, openRig } from './rig'

let rig: Awaited<ReturnType<typeof openRig>>

beforeAll(async () => {
  rig = await openRig()
})
afterAll(() => rig.close())
beforeEach(() => rig.reset())

const get = async (path: string) => (await fetch(rig.url + path)).text()
const press = (path: string, fields: Record<string, string> = {}) =>
  fetch(rig.url + path, { body: new URLSearchParams(fields), method: 'POST', redirect: 'manual' })
const order = (path: string, json: unknown) =>
  fetch(rig.url + path, { body: JSON.stringify(json), method: 'POST' })

const link = 'https://toko.example.id/pesanan/abc'

describe('the chats', () => {
  it('stand in a list by number, and each can be opened', async () => {
    expect(await get('/')).toContain('No message yet.')
    await rig.cloud.send(rig.draft({ text: `Tagihan: ${link}.` }))
    await rig.fonnte.send(rig.draft({ to: '6285700000001' }))
    const list = await get('/')
    expect(list).toContain(`href="/chats/${number}"`)
    expect(list).toContain('href="/chats/6285700000001"')
    expect((await fetch(`${rig.url}/chats/6289999999999`)).status).toBe(404)
  })

  it('show links, documents, templates and ticks', async () => {
    const document = { filename: 'SPK-0001.pdf', url: 'https://toko.example.id/f/abc' }
    const template = {
      buttonSuffix: 'tok3n',
      language: 'id',
      name: 'invoice_ready',
      parameters: ['Budi', link],
    } as const
    await rig.cloud.send(rig.draft({ document, template }))
    await rig.control.idle()
    const chat = await get(`/chats/${number}`)
    expect(chat).toContain(`href="${link}"`)
    expect(chat).toContain('📄 SPK-0001.pdf')
    expect(chat).toContain('href="https://toko.example.id/pesanan/tok3n"')
    expect(chat).toContain('✓✓ read')
  })

  it('let no markup of a message come alive', async () => {
    await rig.cloud.send(rig.draft({ text: '<img src=x onerror=alert(1)> javascript:alert(1)' }))
    const chat = await get(`/chats/${number}`)
    expect(chat).toContain('&lt;img src=x')
    expect(chat).not.toContain('href="javascript:')
  })

  it('can be read and answered with buttons alone', async () => {
    rig.control.configure({ progress: 'delivered' })
    await rig.cloud.send(rig.draft())
    await rig.control.idle()
    expect((await press(`/chats/${number}/read`)).headers.get('location')).toBe(`/chats/${number}`)
    await press(`/chats/${number}/reply`, { text: 'Siap' })
    await rig.control.idle()
    expect(rig.news().reports.map(({ state }) => state)).toEqual(['sent', 'delivered', 'read'])
    expect(rig.news().replies).toMatchObject([{ text: 'Siap' }])
    await press('/clear')
    expect(rig.control.messages()).toEqual([])
  })

  it('are nobody else’s business: other sites and other hosts are refused', async () => {
    const headers = { origin: 'https://evil.example' }
    expect((await fetch(`${rig.url}/clear`, { headers, method: 'POST' })).status).toBe(403)
    expect((await fetch(`${rig.url}/api/messages`, { headers })).status).toBe(403)
  })
})

describe('the levers', () => {
  it('plan faults by button, and take them back', async () => {
    await press('/faults', { kind: 'rateLimit', times: '0' })
    expect(rig.control.faults()).toMatchObject([{ kind: 'rateLimit', times: 0 }])
    expect(await get('/')).toContain('refuses with 429 and Retry-After')
    expect(await rig.cloud.send(rig.draft())).toMatchObject({ state: 'unavailable' })
    await press('/faults/clear')
    expect(await rig.cloud.send(rig.draft())).toMatchObject({ state: 'accepted' })
  })

  it('work over HTTP: faults for one number, messages, replies, states', async () => {
    await order('/__control/faults', { kind: 'notOnWhatsapp', to: number })
    expect(await rig.cloud.send(rig.draft({ to: '6285700000001' }))).toMatchObject({
      state: 'accepted',
    })
    expect(await rig.cloud.send(rig.draft())).toMatchObject({ state: 'rejected' })
    await order('/__control/reply', { number, text: 'Halo' })
    const found: unknown = JSON.parse(await get(`/api/messages?to=${number}`))
    expect(found).toMatchObject({ messages: [{ direction: 'in', text: 'Halo' }], total: 1 })
    const [message] = rig.control.messages({ number: '6285700000001' })
    await order('/__control/state', { id: message?.id, state: 'failed' })
    await order('/__control/idle', {})
    expect(rig.news().reports.at(-1)).toMatchObject({ state: 'failed' })
  })

  it('refuse what they do not know, in words', async () => {
    expect((await order('/__control/faults', { kind: 'nonsense' })).status).toBe(400)
    expect((await order('/__control/state', { id: 'x', state: 'read' })).status).toBe(404)
    expect((await order('/__control/nothing', {})).status).toBe(404)
  })
})
