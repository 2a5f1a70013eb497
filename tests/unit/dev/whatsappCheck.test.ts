import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseEnvironment } from '@/config/env'
import { whatsappCheck } from '@/dev/doctor/whatsapp'
import { type RunningSimulator, startWhatsappSimulator, type Template } from '@/dev/whatsapp'
import { listWantedTemplates } from '@/plugin/notifications/chat/templates'

const SHOP = 'https://toko.example.id'
const TOKEN = 'a-cloud-token-that-nobody-may-read'

const account = {
  accountId: '102290129340398',
  appSecret: 'app-secret',
  cloudToken: TOKEN,
  fonnteToken: 'a-fonnte-token-that-nobody-may-read',
  phoneNumberId: '106540352242922',
  verifyToken: 'verify word',
}

/** The templates of the shop as they should stand at Meta. */
const templates: Template[] = listWantedTemplates().map(({ blanks, language, name }) => ({
  body: blanks.map((_blank, at) => `{{${at + 1}}}`).join(' '),
  button: `${SHOP}/`,
  language,
  name,
}))

let vendor: RunningSimulator

beforeAll(async () => {
  vendor = await startWhatsappSimulator({ credentials: account })
})

beforeEach(() => {
  vendor.control.reset({ config: true })
  vendor.control.configure({ templates })
})

afterAll(() => vendor.close())

const look = async (changes: Record<string, string> = {}): Promise<string[]> => {
  const settings = parseEnvironment({
    DATABASE_URL: 'postgres://lunas:secret@db.example.id:5432/lunas',
    DUITKU_API_KEY: 'a-key-of-sufficient-length',
    DUITKU_MERCHANT_CODE: 'D1234',
    FONNTE_TOKEN: account.fonnteToken,
    FONNTE_URL: vendor.url,
    MAIL_FROM: 'Toko <toko@example.id>',
    PAYLOAD_SECRET: 'x'.repeat(32),
    SERVER_URL: SHOP,
    SMTP_URL: 'smtp://127.0.0.1:1',
    WHATSAPP_CHANNEL: 'cloud',
    WHATSAPP_CLOUD_ACCOUNT_ID: account.accountId,
    WHATSAPP_CLOUD_PHONE_ID: account.phoneNumberId,
    WHATSAPP_CLOUD_SECRET: account.appSecret,
    WHATSAPP_CLOUD_TOKEN: TOKEN,
    WHATSAPP_CLOUD_URL: vendor.url,
    WHATSAPP_CLOUD_VERIFY: account.verifyToken,
    ...changes,
  })
  const findings = await whatsappCheck(settings).run()
  return findings.map(({ verdict, words }) => `${verdict} ${words}`)
}

const withTemplate = (name: string, changes: Partial<Template>): void => {
  const changed = templates.map((each) => (each.name === name ? { ...each, ...changes } : each))
  vendor.control.configure({ templates: changed })
}

describe('Meta’s Cloud API', () => {
  it('is well when number, token and every template are', async () => {
    expect(await look()).toEqual([
      expect.stringMatching(/^OK .* takes our token; we write as Toko percobaan \(\+62 800/),
      `OK all ${templates.length} are approved and fit`,
    ])
    expect(vendor.control.messages()).toEqual([])
  })

  it('lists more templates than fit on one page', async () => {
    const others = Array.from({ length: 230 }, (_, at) => ({
      body: 'Promo',
      language: 'id',
      name: `promo_${at}`,
    }))
    vendor.control.configure({ templates: [...others, ...templates] })
    expect((await look())[1]).toBe(`OK all ${templates.length} are approved and fit`)
  })

  it.each([
    ['a revoked token', { WHATSAPP_CLOUD_TOKEN: 'old' }, /^FAIL .*refuses our token.*CLOUD_TOKEN/],
    ['another number', { WHATSAPP_CLOUD_PHONE_ID: '1' }, /^FAIL .*knows no such phone number id/],
  ])('says what is wrong: %s', async (_what, changes, words) => {
    const found = await look(changes)
    expect(found).toEqual([expect.stringMatching(words)])
  })

  it('says when its account is another one, and when nobody has named it', async () => {
    expect((await look({ WHATSAPP_CLOUD_ACCOUNT_ID: '7' }))[1]).toMatch(/^FAIL .*no such account/)
    expect((await look({ WHATSAPP_CLOUD_ACCOUNT_ID: '' }))[1]).toMatch(
      /^WARN message templates were not checked: WHATSAPP_CLOUD_ACCOUNT_ID is not set/,
    )
  })

  it('names a template that is missing, per language', async () => {
    vendor.control.configure({
      templates: templates.filter(
        ({ language, name }) => name !== 'payment_failed' || language !== 'en',
      ),
    })
    expect((await look()).slice(1)).toEqual([
      'FAIL payment_failed (en) does not exist; such messages wait until it is mended',
    ])
  })

  it.each([
    ['rejected', { status: 'REJECTED' }, /was rejected by Meta/],
    ['pending', { status: 'PENDING' }, /waits for approval/],
    ['paused', { status: 'PAUSED' }, /is paused by Meta/],
    ['short of blanks', { body: 'Halo {{1}}, pesanan {{2}}.' }, /has 2 blanks .* we fill 3/],
    ['with one blank twice', { body: '{{1}} {{2}} {{2}}' }, /has 2 blanks/],
    ['without its button', { button: undefined }, /must have a link as its first button/],
    [
      'with another shop’s button',
      { button: 'https://lain.example.id/' },
      /with the address https:\/\/toko\.example\.id\/\{\{1\}\}/,
    ],
    ['with a file', { document: true }, /has a header with a blank or a file/],
  ] as const)('names a template that is %s', async (_what, changes, words) => {
    withTemplate('payment_expired', changes)
    const found = (await look()).slice(1)
    expect(found).toHaveLength(2)
    for (const line of found) {
      expect(line).toMatch(/^FAIL payment_expired \((?:id|en)\)/)
      expect(line).toMatch(words)
    }
  })

  it.each(['serverError', 'html', 'redirect', 'rateLimit'] as const)(
    'that is unwell is no riddle: %s',
    async (kind) => {
      vendor.control.addFault({ kind })
      expect(await look()).toEqual([expect.stringMatching(/^FAIL .*answers with status \d{3}/)])
    },
  )
})

describe('Fonnte', () => {
  const fonnte = { WHATSAPP_CHANNEL: 'fonnte' }

  it('is well when the phone is linked', async () => {
    expect(await look(fonnte)).toEqual([
      expect.stringMatching(/^OK .*the phone is linked, 1000 messages left/),
    ])
  })

  it.each([
    ['disconnected', /^FAIL .*not linked; scan/],
    ['spent', /^FAIL .*quota is used up/],
  ] as const)('says when the phone is %s', async (device, words) => {
    vendor.control.configure({ device })
    expect(await look(fonnte)).toEqual([expect.stringMatching(words)])
  })

  it('says when the token is another one, and never repeats it', async () => {
    const [line] = await look({ ...fonnte, FONNTE_TOKEN: 'a-wrong-token' })
    expect(line).toMatch(/^FAIL .*refuses our token: token invalid \(FONNTE_TOKEN\)/)
    expect(line).not.toContain('a-wrong-token')
  })
})

describe('wa.me', () => {
  it('needs nothing', async () => {
    expect(await look({ WHATSAPP_CHANNEL: 'wa.me' })).toEqual([
      'OK by hand (wa.me): nothing to connect to',
    ])
  })
})
