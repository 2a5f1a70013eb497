import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type MailCatcher, startMailCatcher } from '@/dev/mail'

let catcher: MailCatcher

const send = (to = 'budi@example.id') => {
  const transport = createTransport({ socketTimeout: 300, url: catcher.smtpUrl })
  const message = {
    from: 'toko@example.id',
    html: '<b>Rp1.250.000 ✓</b>',
    subject: 'Tagihan ✓',
    to,
  }
  return transport.sendMail({ ...message, text: 'Rp1.250.000 ✓' }).finally(() => transport.close())
}

const post = (path: string, body: unknown) =>
  fetch(catcher.webUrl + path, { body: JSON.stringify(body), method: 'POST' })

beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 13_025, webPort: 13_125 })
})

beforeEach(async () => {
  catcher.inbox.clear()
  await catcher.setFault({ kind: 'none' })
})

afterAll(() => catcher.stop())

describe('mail catcher', () => {
  it('shows a caught mail by recipient, with text and HTML', async () => {
    await send()
    await send('siti@example.id')
    const response = await fetch(`${catcher.webUrl}/api/messages?to=budi@example.id`)
    expect(await response.json()).toMatchObject({
      messages: [
        {
          html: '<b>Rp1.250.000 ✓</b>',
          subject: 'Tagihan ✓',
          text: 'Rp1.250.000 ✓',
          to: ['budi@example.id'],
        },
      ],
      total: 1,
    })
  })

  it('shows pages that run nothing from the mail', async () => {
    await send()
    const [mail] = catcher.inbox.find({})
    const list = await (await fetch(catcher.webUrl)).text()
    expect(list).toContain(`/messages/${mail?.id}`)
    const frame = await fetch(`${catcher.webUrl}/messages/${mail?.id}/html`)
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox/)
    expect(await (await fetch(`${catcher.webUrl}/messages/${mail?.id}`)).text()).toContain(
      '<iframe',
    )
    expect((await fetch(`${catcher.webUrl}/messages/nothing`)).status).toBe(404)
  })

  it.each([
    ['refuse', /ECONNREFUSED|ECONNRESET/, 0],
    ['421', /421/, 0],
    ['451', /451/, 0],
    ['550', /550/, 0],
    ['hang', /[Tt]imeout|closed/, 0],
    ['stall', /[Tt]imeout|closed/, 1],
    ['cut', /closed|ECONNRESET/, 1],
  ])('fails as told: %s', async (kind, error, kept) => {
    expect((await post('/__control/faults', { kind })).status).toBe(200)
    await expect(send()).rejects.toThrow(error)
    expect(catcher.inbox.count()).toBe(kept)
    await post('/__control/faults', { kind: 'none' })
    await send()
    expect(catcher.inbox.count()).toBe(kept + 1)
  })

  it('strikes only the named recipient, and only so often', async () => {
    await catcher.setFault({ kind: '550', times: 1, to: 'budi@example.id' })
    await send('siti@example.id')
    await expect(send()).rejects.toThrow(/550/)
    await send()
    expect(catcher.inbox.count()).toBe(2)
  })

  it('loses a mail that it has answered for, when told to swallow', async () => {
    await catcher.setFault({ kind: 'swallow' })
    await send()
    expect(catcher.inbox.count()).toBe(0)
  })

  it('refuses unknown faults and pages from elsewhere', async () => {
    expect((await post('/__control/faults', { kind: 'fire' })).status).toBe(400)
    const headers = { origin: 'https://evil.example' }
    expect((await fetch(`${catcher.webUrl}/api/messages`, { headers })).status).toBe(403)
  })

  it('fails at the push of a button', async () => {
    const push = (kind: string) =>
      fetch(`${catcher.webUrl}/fault`, {
        body: new URLSearchParams({ kind }),
        method: 'POST',
        redirect: 'manual',
      })
    expect((await push('550')).status).toBe(303)
    expect(await (await fetch(catcher.webUrl)).text()).toContain('A fault is switched on')
    await expect(send()).rejects.toThrow(/550/)
    expect((await push('fire')).status).toBe(400)
    expect((await push('none')).status).toBe(303)
    await send()
  })

  it('counts Message-IDs instead of keeping mails, when told to', async () => {
    expect((await post('/__control/keep', { keep: 'ids' })).status).toBe(200)
    await send('siti@example.id')
    await send('budi@example.id')
    const ask = async (path: string) => (await fetch(`${catcher.webUrl}/__control/${path}`)).text()
    expect(JSON.parse(await ask('tally'))).toMatchObject({ different: 2, mails: 2 })
    expect(await ask('tally/ids')).toMatch(/^1 <[^>]+>\n1 <[^>]+>\n$/)
    expect(catcher.inbox.count()).toBe(0)
    expect(await (await fetch(catcher.webUrl)).text()).toContain('counted by Message-ID')
    expect((await post('/__control/keep', { keep: 'nothing' })).status).toBe(400)
    await post('/__control/keep', { keep: 'mails' })
    await send()
    expect(catcher.inbox.count()).toBe(1)
  })
})
