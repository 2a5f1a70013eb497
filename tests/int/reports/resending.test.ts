import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildReport } from '@/plugin/reports/actions/buildReport'
import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { beginAnalysis, sendAnalysis } from '../../factories/analysis'
import { readRows } from '../../support/books'
import { readDelivery } from '../../support/deliveries'
import { fetchLink } from '../../support/downloads'
import { type LoggedIn, logInAs } from '../../support/people'
import { makeReporter, readNews, readProblem } from '../../support/problems'
import { callShop } from '../../support/purchase'
import { issueAny, judgePdf, passwordOf, readReport } from '../../support/reports'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const reporter = makeReporter(() => inUse.shop)
let admin: LoggedIn
let editor: LoggedIn

beforeAll(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  editor = await logInAs(inUse.shop, 'editor')
})

afterEach(() => clock.release())

const DAY = 24 * 3_600_000
const later = (ms: number): void => clock.freeze(new Date(clock.now().getTime() + ms))

/** A report that was sent, some moments ago. */
const send = async () => {
  const sent = await sendAnalysis(inUse, admin)
  later(60_000)
  return { ...sent, report: await readReport(inUse.shop, sent.token) }
}

const resend = (report: string, by: LoggedIn = admin, body: object = {}) =>
  callShop(inUse.shop, `/api/reports/${report}/move`, {
    body: { event: 'resend', from: 'ready', reason: 'Kata sandi hilang', ...body },
    headers: by.headers,
  })

const linkOf = async (token: string, report: string) =>
  callShop<{ link: { url: string } }>(inUse.shop, `/api/shop/orders/${token}/reports`, {
    body: { report },
  })

/** What of the report's way and password was queued, the oldest first. */
const newsOf = async (token: string): Promise<string[]> => {
  const rows = await readRows<{ line: string }>(
    inUse.shop.payload,
    sql`select n.event || ' ' || n.channel as line from notifications n
      join orders o on o.id::text = n.subject_id
      where o.token = ${token} and n.event like 'report.%' order by n.created_at, n.event`,
  )
  return rows.map(({ line }) => line)
}

const FIRST = ['report.password whatsapp', 'report.ready email']

describe('“Kirim ulang akses” of a report', () => {
  it('gives a new password and kills the old one; the way goes by mail, the password by WhatsApp', async () => {
    const { report, token } = await send()
    const { json } = await linkOf(token, report.id)
    expect((await resend(report.id)).status).toBe(200)
    const meanwhile = await fetchLink(json.link.url)
    expect(meanwhile.status).toBe(409)
    expect(await newsOf(token)).toEqual(FIRST)
    await buildReport(inUse.shop.payload, report.id)
    expect(await newsOf(token)).toEqual([...FIRST, ...FIRST])
    const renewed = await readReport(inUse.shop, token)
    expect(passwordOf(renewed)).not.toBe(passwordOf(report))
    expect(renewed.storeKey).not.toBe(report.storeKey)
    const { bytes, status } = await fetchLink((await linkOf(token, report.id)).json.link.url)
    expect(status).toBe(200)
    expect((await judgePdf(bytes, passwordOf(renewed))).opens).toBe(true)
    expect((await judgePdf(bytes, passwordOf(report))).opens).toBe(false)
  })

  it('stands in the access log that the customer reads, and with its reason in the panel', async () => {
    const { report, token } = await send()
    await resend(report.id)
    const { accesses } = await readReport(inUse.shop, token)
    expect(accesses).toEqual([{ byName: expect.any(String), what: 'resent' }])
    const [item] = (await inUse.buyer.look(token)).items
    expect(item?.reports?.accesses).toMatchObject([{ revision: 1, what: 'resent' }])
    const [step] = await readRows<{ event: string; reason: string }>(
      inUse.shop.payload,
      sql`select event, reason from transitions where machine = 'report'
        and subject = ${report.id} and event = 'resend'`,
    )
    expect(step).toEqual({ event: 'resend', reason: 'Kata sandi hilang' })
  })

  it('gives the full time again when it was over', async () => {
    const { report, token } = await send()
    later(40 * DAY)
    expect((await linkOf(token, report.id)).code).toBe('report.expired')
    expect((await resend(report.id)).status).toBe(200)
    await buildReport(inUse.shop.payload, report.id)
    expect((await linkOf(token, report.id)).status).toBe(200)
  })

  it('happens once for one press: who comes second finds it being built', async () => {
    const { report, token } = await send()
    const answers = await Promise.all(Array.from({ length: 6 }, () => resend(report.id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
    await Promise.all([1, 2].map(() => buildReport(inUse.shop.payload, report.id)))
    expect(await newsOf(token)).toEqual([...FIRST, ...FIRST])
  })

  it('is for admins and owners with a reason, and for what was sent', async () => {
    const { report } = await send()
    expect((await resend(report.id, editor)).status).toBe(403)
    expect((await resend(report.id, admin, { reason: '' })).code).toBe('event.reasonRequired')
    const { id } = await beginAnalysis(inUse, admin)
    const unsent = await issueAny(inUse.shop, { by: admin, fulfilmentId: id })
    expect((await resend(unsent)).code).toBe('event.guardRefused')
  })

  it('a new password alone sends no second mail with the way, not even after a retest', async () => {
    const { report, token } = await send()
    const body = { event: 'rekey', reason: 'Diminta pelanggan' }
    const { headers } = admin
    await callShop(inUse.shop, `/api/reports/${report.id}/move`, { body, headers })
    await buildReport(inUse.shop.payload, report.id)
    expect(await newsOf(token)).toEqual([...FIRST, 'report.password whatsapp'])
  })
})

describe('“Kirim ulang akses” from a problem report', () => {
  const complain = async (orderToken: string) => {
    const token = await reporter.report({ email: `${randomUUID()}@contoh.id`, orderToken })
    return { ...(await readProblem(inUse.shop, token)), token }
  }
  const again = (id: string, fulfilment: string, wish: { by?: LoggedIn; key?: string } = {}) => {
    const { by = admin, key = randomUUID() } = wish
    return reporter.byStaff(id, 'resend', { fulfilment, key, reason: 'Kata sandi hilang' }, by)
  }

  it('renews the access, leaves the work done, and answers the report', async () => {
    const { id: fulfilment, report, token: orderToken } = await send()
    const { id, token } = await complain(orderToken)
    const { json, status } = await again(id, fulfilment)
    expect([status, json]).toEqual([200, { ok: true, state: 'answered' }])
    expect((await readDelivery(inUse.shop, orderToken)).state).toBe('reported')
    await buildReport(inUse.shop.payload, report.id)
    expect(await newsOf(orderToken)).toEqual([...FIRST, ...FIRST])
    const { problem } = (await reporter.look(token)).json
    expect(problem.posts.at(-1)).toMatchObject({ authorKind: 'system' })
    expect(problem.posts.at(-1)?.body).toContain('Kata sandi lama tidak berlaku lagi')
    expect(JSON.stringify(problem)).not.toContain('Kata sandi hilang')
    expect(problem.replyBy).toBeUndefined()
    expect(await readNews(inUse.shop, id)).toContain('problem.answered → customer by email')
  })

  it('pressed six times under one key happens once', async () => {
    const { id: fulfilment, token: orderToken } = await send()
    const { id } = await complain(orderToken)
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => again(id, fulfilment, { key })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await readReport(inUse.shop, orderToken)).accesses).toHaveLength(1)
    const other = await again(id, fulfilment)
    expect([other.status, other.code]).toEqual([409, 'report.notReady'])
  })

  it('is refused for another order, before a report was sent, and where there is no access', async () => {
    const { id: fulfilment, token: orderToken } = await send()
    const other = await send()
    const { id } = await complain(orderToken)
    expect((await again(id, other.id)).code).toBe('problem.otherOrder')
    const begun = await beginAnalysis(inUse, admin)
    const early = await complain(begun.token)
    const tooEarly = await again(early.id, begun.id)
    expect([tooEarly.status, tooEarly.code]).toEqual([409, 'report.nothingToResend'])
    const { order } = await inUse.buyer.buy({ product: 'konsultasi' })
    const talk = await complain(order.token)
    const delivery = await readDelivery(inUse.shop, order.token)
    const none = await again(talk.id, delivery.id)
    expect([none.status, none.code]).toEqual([409, 'fulfilment.nothingToResend'])
    expect((await readProblem(inUse.shop, talk.token)).state).toBe('open')
    expect((await again(id, fulfilment, { by: editor })).status).toBe(403)
  })

  it('leaves nothing behind when it is refused', async () => {
    const begun = await beginAnalysis(inUse, admin)
    const { id, token } = await complain(begun.token)
    await again(id, begun.id)
    expect((await reporter.look(token)).json.problem.posts).toHaveLength(1)
  })
})
