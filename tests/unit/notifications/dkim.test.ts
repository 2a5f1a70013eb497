import { createHash, generateKeyPairSync, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailCatcher, startMailCatcher } from '@/dev/mail'
import { mailOptions } from '@/config/mail'
import { shopSecrets } from '@/config/secrets'
import { redactText } from '@/plugin/kernel/redact'
import { parseEnvironment } from '@/config/env'
import { createMailTransport } from '@/plugin/notifications'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
let catcher: MailCatcher

const settings = (changes: Record<string, string> = {}) =>
  parseEnvironment({
    DATABASE_URL: 'postgres://lunas:secret@db.example.id:5432/lunas',
    DUITKU_API_KEY: 'a-key-of-sufficient-length',
    DUITKU_MERCHANT_CODE: 'D1234',
    MAIL_FROM: 'Toko Budi <toko@example.id>',
    PAYLOAD_SECRET: 'x'.repeat(32),
    SERVER_URL: 'https://shop.example.id',
    SMTP_URL: catcher.smtpUrl,
    ...changes,
  })

const dkim = { MAIL_DKIM_DOMAIN: 'example.id', MAIL_DKIM_KEY: pem, MAIL_DKIM_SELECTOR: 'lunas' }

/** Sends a mail with these settings and answers how it arrived at the server. */
const arrival = async (
  changes: Record<string, string>,
  to: string,
  headers: Record<string, string> = {},
): Promise<string> => {
  const adapter = await createMailTransport(mailOptions(settings(changes)))
  await adapter({ payload: {} as never }).sendEmail({
    headers,
    html: '<p>Halo  Siti, ini = tagihan Anda 🧾</p>\n\n',
    subject: 'Pembayaran pesanan HZ-000123 – kami terima',
    text: 'Halo  Siti \n.\n.. titik\n\n\n',
    to: { address: to, name: 'Siti Nurhaliza' },
  })
  return catcher.inbox.find({ to })[0]?.raw.toString('latin1') ?? ''
}

// RFC 6376 §3.4.2 and §3.4.4, written anew here: a signer must not be judged by its own code.
const relaxHeader = (header: string): string => {
  const [name = '', ...rest] = header.split(':')
  const value = rest
    .join(':')
    .replace(/\r\n/g, '')
    .replace(/[\t ]+/g, ' ')
    .trim()
  return `${name.trim().toLowerCase()}:${value}`
}

const relaxBody = (body: string): string => {
  const lines = body.split('\r\n').map((line) => line.replace(/[\t ]+/g, ' ').replace(/ $/, ''))
  const text = lines.join('\r\n').replace(/(?:\r\n)+$/, '')
  return text === '' ? '' : `${text}\r\n`
}

const takeApart = (raw: string) => {
  const end = raw.indexOf('\r\n\r\n')
  const headers = raw.slice(0, end).split(/\r\n(?![\t ])/)
  const signature = headers.find((header) => /^dkim-signature:/i.test(header)) ?? ''
  const tags = new Map(
    signature
      .slice(signature.indexOf(':') + 1)
      .split(';')
      .map((tag) => {
        const [name = '', ...value] = tag.split('=')
        return [name.trim(), value.join('=').replace(/\s/g, '')] as const
      }),
  )
  return { body: raw.slice(end + 4), headers, signature, tags }
}

/** Whether body and headers are those that the key's owner signed. */
const isGenuine = (raw: string): boolean => {
  const { body, headers, signature, tags } = takeApart(raw)
  const hash = createHash('sha256').update(relaxBody(body), 'latin1').digest('base64')
  const signed = (tags.get('h') ?? '').split(':').map((name) => {
    const found = headers.findLast((each) =>
      each.toLowerCase().startsWith(`${name.toLowerCase()}:`),
    )
    return found === undefined ? '' : `${relaxHeader(found)}\r\n`
  })
  const bare = relaxHeader(signature.replace(/(;\s*b=)[^;]*/, '$1'))
  const data = Buffer.from(signed.join('') + bare, 'latin1')
  const proof = Buffer.from(tags.get('b') ?? '', 'base64')
  return tags.get('bh') === hash && verify('sha256', data, publicKey, proof)
}

beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 13_245, webPort: 13_345 })
})

afterAll(() => catcher.stop())

describe('the DKIM signature', () => {
  it('is right when it arrives, and says who signed what', async () => {
    const raw = await arrival(dkim, 'siti@contoh.id')
    const { tags } = takeApart(raw)
    expect(Object.fromEntries(tags)).toMatchObject({
      a: 'rsa-sha256',
      c: 'relaxed/relaxed',
      d: 'example.id',
      s: 'lunas',
    })
    const signed = tags.get('h')?.toLowerCase().split(':')
    expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']))
    expect(isGenuine(raw)).toBe(true)
  })

  it('covers the address of the one-click button and the word that makes it one', async () => {
    const raw = await arrival(dkim, 'one-click@contoh.id', {
      'List-Unsubscribe': `<https://shop.example.id/api/shop/opt-out/${'x'.repeat(80)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
    const signed = takeApart(raw).tags.get('h')?.toLowerCase().split(':')
    expect(signed).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post']))
    expect(isGenuine(raw)).toBe(true)
    expect(isGenuine(raw.replace('shop.example.id/api', 'shop.example.io/api'))).toBe(false)
    expect(isGenuine(raw.replace('=One-Click', '=Two-Click'))).toBe(false)
  })

  it('breaks when a letter of body, subject or sender is changed', async () => {
    const raw = await arrival(dkim, 'tamper@contoh.id')
    expect(isGenuine(raw)).toBe(true)
    for (const [from, to] of [
      ['tagihan', 'tagihaN'],
      ['HZ-000123', 'HZ-000124'],
      ['<toko@example.id>', '<toko@example.io>'],
    ] as const) {
      expect(raw).toContain(from)
      expect(isGenuine(raw.replaceAll(from, to))).toBe(false)
    }
  })

  it('comes from a key in base64 as well', async () => {
    const key = Buffer.from(pem).toString('base64')
    expect(isGenuine(await arrival({ ...dkim, MAIL_DKIM_KEY: key }, 'base64@contoh.id'))).toBe(true)
    const oneLine = pem.replaceAll('\n', '\\n')
    expect(isGenuine(await arrival({ ...dkim, MAIL_DKIM_KEY: oneLine }, 'line@contoh.id'))).toBe(
      true,
    )
  })

  it('is absent without the settings', async () => {
    expect(await arrival({}, 'plain@contoh.id')).not.toMatch(/dkim-signature/i)
  })
})

describe('the DKIM settings', () => {
  it('never reach a log, in whatever form the key is written', () => {
    const secrets = shopSecrets(settings(dkim))
    for (const text of [pem, JSON.stringify({ pem }), pem.replaceAll('\n', ' ')]) {
      const line = redactText(`key ${text}`, secrets)
      expect(pem.split('\n').filter((part) => part.length > 5 && line.includes(part))).toEqual(
        pem.split('\n').filter((part) => part.startsWith('-----')),
      )
    }
  })

  it.each(Object.keys(dkim))('are refused without %s, which is named', (name) => {
    expect(() => settings({ ...dkim, [name]: '' })).toThrow(`${name} is missing`)
  })

  it.each([
    ['nonsense', 'not-a-key'],
    ['a public key', publicKey.export({ format: 'pem', type: 'spki' }).toString()],
    [
      'a key of another kind',
      generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    ],
    [
      'a key that receivers ignore',
      generateKeyPairSync('rsa', { modulusLength: 768 })
        .privateKey.export({ format: 'pem', type: 'pkcs8' })
        .toString(),
    ],
  ])('refuse %s without repeating it', (_what, key) => {
    const attempt = () => settings({ ...dkim, MAIL_DKIM_KEY: key })
    expect(attempt).toThrow(/MAIL_DKIM_KEY must be/)
    expect(attempt).not.toThrow(key.split('\n')[1] ?? key)
  })
})
