import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { parseEnvironment } from '@/config/env'
import { testMailCheck } from '@/dev/doctor/testMail'
import { type FaultKind, type MailCatcher, startMailCatcher } from '@/dev/mail'

let catcher: MailCatcher

const send = async (to: string, changes: Record<string, string> = {}) => {
  const settings = parseEnvironment({
    DATABASE_URL: 'postgres://lunas:secret@db.example.id:5432/lunas',
    DUITKU_API_KEY: 'a-key-of-sufficient-length',
    DUITKU_MERCHANT_CODE: 'D1234',
    MAIL_FROM: 'Toko Budi <toko@example.id>',
    PAYLOAD_SECRET: 'x'.repeat(32),
    SERVER_URL: 'https://shop.example.id',
    SHOP_NAME: 'Toko <Budi> & Siti',
    SMTP_URL: catcher.smtpUrl,
    ...changes,
  })
  const [finding] = await testMailCheck({ settings, to }).run()
  return finding
}

beforeAll(async () => {
  catcher = await startMailCatcher({ smtpPort: 13_265, webPort: 13_365 })
})

afterEach(() => catcher.setFault({ kind: 'none' }))

afterAll(() => catcher.stop())

it('a test mail arrives, and the words say where to look', async () => {
  const finding = await send('siti@contoh.id')
  expect(finding?.verdict).toBe('OK')
  expect(finding?.words).toMatch(/took a mail to siti@contoh\.id, without a DKIM signature.*250/)
  expect(finding?.words).toContain('reaches nobody')
  const [mail] = catcher.inbox.find({ to: 'siti@contoh.id' })
  expect(mail?.raw.toString()).toMatch(/^From: Toko Budi <toko@example\.id>\r$/m)
  expect(mail?.raw.toString()).toContain('Toko &lt;Budi> &amp; Siti')
})

it.each(['siti', 'a@b.id, c@d.id', 'siti@contoh.id\r\nBcc: x@y.id', 'Siti <siti@contoh.id>', ''])(
  'nothing is sent to %j, which is no address',
  async (to) => {
    const before = catcher.inbox.count()
    expect(await send(to)).toMatchObject({
      verdict: 'FAIL',
      words: expect.stringContaining('is not a mail address'),
    })
    expect(catcher.inbox.count()).toBe(before)
  },
)

it.each<[FaultKind, RegExp]>([
  ['refuse', /does not let us connect/],
  ['421', /asks us to try later.*421/],
  ['451', /asks us to try later.*451/],
  ['550', /refuses the sender or the recipient.*550/],
])('%s is told in plain words', async (kind, words) => {
  await catcher.setFault({ kind })
  const finding = await send('siti@contoh.id')
  expect(finding?.verdict).toBe('FAIL')
  expect(finding?.words).toMatch(words)
})

it('no word repeats the password', async () => {
  const smtpUrl = catcher.smtpUrl.replace('//', '//toko:a-very-secret-word@')
  await catcher.setFault({ kind: '550' })
  const finding = await send('siti@contoh.id', { SMTP_URL: smtpUrl })
  expect(finding?.words).toContain('127.0.0.1')
  expect(finding?.words).not.toContain('a-very-secret-word')
})
