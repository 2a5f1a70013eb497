import { beforeAll, describe, expect, it } from 'vitest'
import { slugsOf, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { reportReasons } from '@/plugin/reports'
import { buildReport } from '@/plugin/reports/actions/buildReport'
import { sendAnalysis } from '../../factories/analysis'
import { readRows } from '../../support/books'
import { useChatDesk } from '../../support/chatDesk'
import { newPhone } from '../../support/chatVendor'
import { makeWorker } from '../../support/deliveries'
import { newReader } from '../../support/optOutDoor'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { issueAny, passwordOf, readReport } from '../../support/reports'

const { inUse, office, vendor } = await useChatDesk()
const worker = makeWorker(() => inUse.shop)
let admin: LoggedIn

beforeAll(async () => {
  admin = await logInAs(inUse.shop, 'admin')
})

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
  readRows<{ channel: string; event: string; params: unknown }>(
    inUse.shop.payload,
    sql`select n.event, n.channel, n.params from notifications n
      join orders o on o.id::text = n.subject_id where o.token = ${token}`,
  )

const send = async () => {
  const [email, phone] = [newReader(), newPhone()]
  const sent = await sendAnalysis(inUse, admin, { customer: { email, phone } })
  await office.deliver()
  return { ...sent, email, phone }
}

const askRetest = async (token: string) => {
  const item = (await inUse.buyer.look(token)).items[0]?.id ?? ''
  const path = `/api/shop/orders/${token}/items/${item}/retest`
  expect((await callShop(inUse.shop, path, { body: {} })).status).toBe(200)
  await office.deliver()
}

describe('The way and the password', () => {
  it('are in the outbox together and travel apart: mail and WhatsApp, never both in one', async () => {
    const { email, phone, token } = await send()
    const password = passwordOf(await readReport(inUse.shop, token))
    const rows = await outboxOf(token)
    const ways = rows.flatMap(({ channel, event }) =>
      event.startsWith('report.') ? [`${event} ${channel}`] : [],
    )
    expect(ways.sort()).toEqual(['report.password whatsapp', 'report.ready email'])
    const mails = mailsTo(email)
    expect(mails.some((mail) => mail.includes('Laporan keamanan Anda siap'))).toBe(true)
    expect(mails.some((mail) => mail.includes(token))).toBe(true)
    expect(mails.every((mail) => !mail.includes(password))).toBe(true)
    const telling = chatsTo(phone).filter((chat) => chat.includes(password))
    expect(telling).toHaveLength(1)
    expect(telling.every((chat) => !chat.includes(token))).toBe(true)
  })

  it('leave no password in the outbox, the history, the jobs, the report’s row or the order’s answer', async () => {
    const { token } = await send()
    const password = passwordOf(await readReport(inUse.shop, token))
    const places = await readRows<{ text: string }>(
      inUse.shop.payload,
      sql`select params::text as text from notifications union all
        select metadata::text from transitions union all
        select payload::text from graphile_worker._private_jobs union all
        select r::text from reports r`,
    )
    expect(places.length).toBeGreaterThan(5)
    expect(places.filter(({ text }) => text?.includes(password))).toEqual([])
    expect(JSON.stringify(await inUse.buyer.look(token))).not.toContain(password)
  })

  it('stay away when the delivery is not moved: all of it happens or nothing', async () => {
    const { id, token } = await send()
    const before = await outboxOf(token)
    expect((await worker.move(id, { event: 'deliver' }, admin)).code).toBe('event.notAllowed')
    expect(await outboxOf(token)).toEqual(before)
  })
})

describe('Later', () => {
  it('a new password is told by WhatsApp alone, once it opens something', async () => {
    const { email, phone, token } = await send()
    const report = await readReport(inUse.shop, token)
    const mails = mailsTo(email).length
    const path = `/api/${slugsOf(inUse.shop.payload).reports}/${report.id}/move`
    const body = { event: 'rekey', reason: 'Diminta pelanggan' }
    clock.freeze(new Date(clock.now().getTime() + 1_000))
    expect((await callShop(inUse.shop, path, { body, headers: admin.headers })).status).toBe(200)
    const renewed = passwordOf(await readReport(inUse.shop, token))
    expect(chatsTo(phone).some((chat) => chat.includes(renewed))).toBe(false)
    await buildReport(inUse.shop.payload, report.id)
    await office.deliver()
    expect(chatsTo(phone).some((chat) => chat.includes(renewed))).toBe(true)
    expect(mailsTo(email)).toHaveLength(mails)
  })

  it('they are sent again to where the order says; nobody learns from the answer whether it exists', async () => {
    const { email, phone, token } = await send()
    const before = [mailsTo(email).length, chatsTo(phone).length]
    const ask = (of: string) =>
      callShop(inUse.shop, `/api/shop/orders/${of}/reports/resend`, { body: {} })
    const known = await ask(token)
    const unknown = await ask('tidak-ada-pesanan-seperti-ini')
    expect([known.status, known.json]).toEqual([202, unknown.json])
    await office.deliver()
    expect([mailsTo(email).length, chatsTo(phone).length]).toEqual(before.map((count) => count + 1))
    for (const _ of [2, 3]) {
      await ask(token)
    }
    expect((await ask(token)).code).toBe('rateLimited')
  })
})

describe('A retest', () => {
  it('is told to the staff when it is asked for, and to the customer when it is done', async () => {
    const { email, id, phone, token } = await send()
    const chats = chatsTo(phone).length
    await askRetest(token)
    const news = await outboxOf(token)
    expect(news.filter(({ event }) => event === 'retest.wanted')).toHaveLength(1)
    await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    expect((await worker.move(id, { event: 'conclude' }, admin)).status).toBe(200)
    await office.deliver()
    expect(mailsTo(email).some((mail) => mail.includes('Hasil uji ulang'))).toBe(true)
    const password = passwordOf(await readReport(inUse.shop, token))
    expect(chatsTo(phone).filter((chat) => chat.includes(password))).toHaveLength(1)
    expect(chatsTo(phone)).toHaveLength(chats + 1)
  })

  it('that was done meanwhile is not asked of the staff, a report that was withdrawn not told', async () => {
    const { id: fulfilmentId, token } = await send()
    const { payload } = inUse.shop
    const { id: reportId } = await readReport(inUse.shop, token)
    const judge = (event: keyof typeof reportReasons, params: object) =>
      reportReasons[event]({ notification: { event, params } as never, payload })
    expect(await judge('retest.wanted', { fulfilmentId })).toBe(false)
    await askRetest(token)
    expect(await judge('retest.wanted', { fulfilmentId })).toBe(true)
    for (const event of ['report.password', 'report.ready', 'retest.ready'] as const) {
      expect([event, await judge(event, { reportId })]).toEqual([event, true])
      const gone = { reportId: '00000000-0000-4000-8000-000000000000' }
      expect([event, await judge(event, gone)]).toEqual([event, false])
    }
  })
})
