import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { NOON_WIB, useChatDesk } from '../../support/chatDesk'
import { newPhone } from '../../support/chatVendor'
import { draftRelease, release } from '../../factories/release'
import {
  buyPackage,
  fetchLink,
  readHeld,
  readPassword,
  unpack,
  usePackers,
} from '../../support/downloads'
import { takeLink } from '../../support/links'
import { newReader } from '../../support/optOutDoor'
import { callShop } from '../../support/purchase'

const STAFF = 'satu@lunas.test'
const { inUse, office, vendor } = await useChatDesk({ MAIL_ADMIN: STAFF })
const packers = usePackers(inUse)

const publish = (version: string, changelog = ''): Promise<string> => {
  const { payload, products } = inUse.shop
  return release({
    payload,
    productId: products['template-toko'],
    version,
    words: { changelog },
  })
}

beforeAll(() => publish('1.0.0'))
afterEach(() => {
  vendor.control.clearFaults()
})

type Bought = { email: string; file: string; phone: string; token: string }

const buy = async (): Promise<Bought> => {
  const [email, phone] = [newReader(), newPhone()]
  const bought = await buyPackage(inUse, packers, { customer: { email, phone } })
  await office.deliver()
  return { ...bought, email, phone }
}

/** Every mail to an address, as text; encoded parts are read. */
const mailsTo = (email: string): string[] =>
  office.inbox.find({ to: email }).map(({ raw }) =>
    raw
      .toString('utf8')
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  )

const chatsTo = (phone: string): string[] =>
  vendor.control.messages({ number: phone.slice(1) }).map((message) => JSON.stringify(message))

const outboxOf = (token: string) =>
  queryRows<{ channel: string; event: string; params: unknown; state: string }>(
    inUse.shop.payload,
    sql`select n.event, n.channel, n.params, n.state from notifications n
      join orders o on o.id::text = n.subject_id where o.token = ${token}`,
  )

describe('Link and password', () => {
  it('go different ways: the link by mail, the password by WhatsApp, never both in one', async () => {
    const { email, phone, token } = await buy()
    const password = await readPassword(inUse.shop, token)
    const [mails, chats] = [mailsTo(email), chatsTo(phone)]
    expect(mails.filter((mail) => mail.includes('siap diunduh')).length).toBeGreaterThan(0)
    expect(mails.every((mail) => !mail.includes(password))).toBe(true)
    expect(mails.some((mail) => mail.includes(token))).toBe(true)
    const telling = chats.filter((chat) => chat.includes(password))
    expect(telling).toHaveLength(1)
    expect(telling.every((chat) => !chat.includes(token))).toBe(true)
  })

  it('leave no password in the outbox, the history, the log of jobs or the order’s answer', async () => {
    const { token } = await buy()
    const password = await readPassword(inUse.shop, token)
    const places = await queryRows<{ text: string }>(
      inUse.shop.payload,
      sql`select params::text as text from notifications union all
        select metadata::text from transitions union all
        select payload::text from graphile_worker._private_jobs union all
        select password from entitlements`,
    )
    expect(places.length).toBeGreaterThan(5)
    expect(places.filter(({ text }) => text?.includes(password))).toEqual([])
    expect(JSON.stringify(await inUse.buyer.look(token))).not.toContain(password)
  })

  it('stay apart when WhatsApp refuses: no mail has the password, the staff are told', async () => {
    vendor.control.addFault({ kind: 'notOnWhatsapp', times: 0 })
    const { email, token } = await buy()
    await office.deliver()
    const password = await readPassword(inUse.shop, token)
    const rows = await outboxOf(token)
    const told = rows.filter(({ event }) => event === 'download.password')
    expect(told.map(({ channel, state }) => [channel, state])).toEqual([['whatsapp', 'dead']])
    expect(mailsTo(email).some((mail) => mail.includes(password))).toBe(false)
    expect(mailsTo(STAFF).some((mail) => mail.includes('Kata sandi berkas'))).toBe(true)
  })

  it('come at night, too: whoever waits for his files is awake', async () => {
    clock.freeze(new Date(NOON_WIB.getTime() + 10 * 3_600_000))
    const { phone, token } = await buy()
    const password = await readPassword(inUse.shop, token)
    expect(chatsTo(phone).some((chat) => chat.includes(password))).toBe(true)
  })
})

describe('Asked for again', () => {
  const ask = (token: string) =>
    callShop(inUse.shop, `/api/shop/orders/${token}/downloads/resend`, { body: {} })

  it('they are sent again to where the order says; three times an hour', async () => {
    const { email, phone, token } = await buy()
    const before = [mailsTo(email).length, chatsTo(phone).length]
    for (const hour of [1, 2]) {
      clock.freeze(new Date(NOON_WIB.getTime() + hour))
      expect((await ask(token)).status).toBe(202)
    }
    await office.deliver()
    const after = [mailsTo(email).length, chatsTo(phone).length]
    expect(after).toEqual(before.map((count) => count + 2))
    expect((await ask(token)).status).toBe(202)
    const refused = await ask(token)
    expect([refused.status, refused.code]).toEqual([429, 'rateLimited'])
  })

  it('nobody learns from the answer whether there is such an order', async () => {
    const { json: known } = await ask((await buy()).token)
    const { json: unknown, status } = await ask('tidak-ada-pesanan-seperti-ini')
    expect([status, unknown]).toEqual([202, known])
  })
})

describe('A new version', () => {
  it('is told to everybody entitled once it can be fetched; the one before stays; one password', async () => {
    const { email, file, token } = await buy()
    await publish('1.1.0', 'Halaman blog.')
    await packers.idle()
    await office.deliver()
    const held = await readHeld(inUse.shop, token)
    expect(held.map(({ state, version }) => [version, state])).toEqual([
      ['1.1.0', 'ready'],
      ['1.0.0', 'ready'],
    ])
    const news = mailsTo(email).filter((mail) => mail.includes('1.1.0'))
    expect(news).toHaveLength(1)
    expect(news[0]).toContain('Halaman blog.')
    const password = await readPassword(inUse.shop, token)
    for (const each of [held[0]?.id ?? '', file]) {
      const { bytes } = await fetchLink(await takeLink(inUse.shop, { file: each, token }))
      expect((await unpack(bytes, password)).opens).toBe(true)
    }
    const told = (await outboxOf(token)).filter(({ event }) => event === 'download.password')
    expect(told).toHaveLength(1)
  })

  it('is nobody’s business before it is published', async () => {
    const { email, token } = await buy()
    const { payload, products } = inUse.shop
    await draftRelease({ payload, productId: products['template-toko'], version: '9.0.0' })
    await packers.idle()
    await office.deliver()
    expect(mailsTo(email).some((mail) => mail.includes('9.0.0'))).toBe(false)
    expect((await readHeld(inUse.shop, token)).map(({ version }) => version)).toEqual(['1.1.0'])
  })
})
