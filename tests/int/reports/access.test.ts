import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { slugsOf } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { buildReport } from '@/plugin/reports/actions/buildReport'
import { createCustomer } from '../../factories/customer'
import { type Analysis, beginAnalysis, sendAnalysis } from '../../factories/analysis'
import { makeWorker } from '../../support/deliveries'
import { fetchLink } from '../../support/downloads'
import { makeMover, readSubjects } from '../../support/moves'
import { type LoggedIn, logInAs } from '../../support/people'
import { type Answer, callShop } from '../../support/purchase'
import {
  draftReport,
  issue,
  judgePdf,
  passwordOf,
  readReport,
  someFinding,
} from '../../support/reports'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const worker = makeWorker(() => inUse.shop)
const moveAny = makeMover(() => inUse.shop)

type Who = 'admin' | 'customerA' | 'customerB' | 'editor' | 'guest' | 'owner'
const EVERYBODY: readonly Who[] = ['guest', 'customerA', 'customerB', 'editor', 'admin', 'owner']
const people = {} as Record<Exclude<Who, 'guest'>, LoggedIn>
const account = { email: '', password: '' }

const logInCustomer = async (): Promise<LoggedIn> => {
  const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
  Object.assign(account, { email, password })
  const body = { email, password }
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
  return { headers: { authorization: `JWT ${json.token}` }, id: String(id) }
}

beforeAll(async () => {
  people.customerB = await logInCustomer()
  people.customerA = await logInCustomer()
  for (const role of ['editor', 'admin', 'owner'] as const) {
    people[role] = await logInAs(inUse.shop, role)
  }
})

const headersOf = (who: Who): Record<string, string> => (who === 'guest' ? {} : people[who].headers)

const codeOf = ({ code, status }: Answer): [number, string | undefined] => [status, code]

const askAll = async (ask: (who: Who) => Promise<number>): Promise<Record<Who, number>> => {
  const answers = {} as Record<Who, number>
  for (const who of EVERYBODY) {
    answers[who] = await ask(who)
  }
  return answers
}

const STAFF_ONLY = {
  admin: 200,
  customerA: 403,
  customerB: 403,
  editor: 403,
  guest: 403,
  owner: 200,
}

const linkOf = (token: string, report: string, who: Who = 'guest') =>
  callShop<{ link: { url: string } }>(inUse.shop, `/api/shop/orders/${token}/reports`, {
    body: { report },
    headers: headersOf(who),
  })

const fetchOne = async (token: string, who: Who = 'guest') => {
  const { id } = await readReport(inUse.shop, token)
  const { json } = await linkOf(token, id, who)
  return fetchLink(json.link.url, headersOf(who))
}

const sendTo = (who: 'customerA' | 'guest'): Promise<Analysis> =>
  sendAnalysis(inUse, people.admin, { headers: headersOf(who) })

describe('Findings and drafts', () => {
  it('are read, written and deleted by admins and owners alone', async () => {
    const { id: fulfilment } = await beginAnalysis(inUse, people.admin)
    const write = async (who: Who) => {
      const body = someFinding({ fulfilment })
      return (await callShop(inUse.shop, '/api/findings', { body, headers: headersOf(who) })).status
    }
    expect(await askAll(write)).toEqual({ ...STAFF_ONLY, admin: 201, owner: 201 })
    for (const slug of ['findings', 'report-drafts', 'reports', 'report-accesses']) {
      const read = async (who: Who) =>
        (await callShop(inUse.shop, `/api/${slug}`, { headers: headersOf(who) })).status
      expect([slug, await askAll(read)]).toEqual([slug, STAFF_ONLY])
    }
  })

  it('are not of other work, nor of work that has ended', async () => {
    const { order } = await inUse.buyer.buy({ product: 'konsultasi' })
    const { headers } = people.admin
    const [other] = (await inUse.buyer.look(order.token)).items
    const strange = someFinding({ fulfilment: other?.id })
    const refused = await callShop(inUse.shop, '/api/findings', { body: strange, headers })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.status).toBeLessThan(500)
    const { id } = await sendTo('guest')
    expect((await worker.move(id, { event: 'close' }, people.admin)).status).toBe(200)
    const late = someFinding({ fulfilment: id })
    const closed = await callShop(inUse.shop, '/api/findings', { body: late, headers })
    expect(closed.status).toBe(409)
    expect(JSON.stringify(closed.json)).toContain('finding.closed')
  })

  it('refuse what is no severity and no score, with the field', async () => {
    const { id: fulfilment } = await beginAnalysis(inUse, people.admin)
    for (const wish of [{ cvss: 11 }, { severity: 'fatal' }, { title: '' }]) {
      const body = someFinding({ fulfilment, ...wish })
      const { headers } = people.admin
      const { json, status } = await callShop(inUse.shop, '/api/findings', { body, headers })
      expect([status, JSON.stringify(json)]).toEqual([
        400,
        expect.stringContaining(String(Object.keys(wish)[0])),
      ])
    }
  })
})

describe('Staff doors', () => {
  it('issue and preview: admins and owners alone, and only of an analysis', async () => {
    const { id } = await beginAnalysis(inUse, people.admin)
    await draftReport(inUse.shop, { by: people.admin, fulfilmentId: id })
    const path = `/api/reports/deliveries/${id}`
    const preview = async (who: Who) =>
      (await callShop(inUse.shop, `${path}/preview`, { headers: headersOf(who) })).status
    expect(await askAll(preview)).toEqual({ ...STAFF_ONLY, guest: 401 })
    const press = async (who: Who) =>
      (await callShop(inUse.shop, `${path}/issue`, { body: {}, headers: headersOf(who) })).status
    const { admin, owner, ...others } = await askAll(press)
    expect([admin, owner, others]).toEqual([
      201,
      409,
      { customerA: 403, customerB: 403, editor: 403, guest: 401 },
    ])
    for (const strange of [randomUUID(), 'x']) {
      const answer = await issue(inUse.shop, { by: people.owner, fulfilmentId: strange })
      expect(codeOf(answer)).toEqual([404, 'notFound'])
    }
  })

  it('extend, rebuild and rekey want a reason; a new password opens the new file alone', async () => {
    const { token } = await sendTo('guest')
    const before = await readReport(inUse.shop, token)
    const press = (event: string, who: Who, reason = 'Berkas rusak') =>
      callShop(inUse.shop, `/api/reports/${before.id}/move`, {
        body: { event, reason },
        headers: headersOf(who),
      })
    const extend = async (who: Who) => (await press('extend', who)).status
    expect(await askAll(extend)).toEqual({ ...STAFF_ONLY, guest: 401 })
    expect(codeOf(await press('rekey', 'admin', 'ya'))).toEqual([422, 'event.reasonRequired'])
    expect((await press('rekey', 'admin')).status).toBe(200)
    expect(codeOf(await linkOf(token, before.id))).toEqual([409, 'report.notReady'])
    await buildReport(inUse.shop.payload, before.id)
    const after = await readReport(inUse.shop, token)
    expect([after.sha256 === before.sha256, after.storeKey === before.storeKey]).toEqual([
      false,
      false,
    ])
    const { bytes } = await fetchOne(token)
    expect((await judgePdf(bytes, passwordOf(after))).opens).toBe(true)
    expect((await judgePdf(bytes, passwordOf(before))).opens).toBe(false)
  })

  it('show neither the sealed password nor where the file lies', async () => {
    await sendTo('guest')
    const { json } = await callShop(inUse.shop, '/api/reports?limit=5', {
      headers: headersOf('owner'),
    })
    expect(JSON.stringify(json)).toContain('"sha256"')
    expect(JSON.stringify(json)).not.toMatch(/"password"|storeKey/)
  })
})

describe('Fetching', () => {
  it('is by a link of the order; every link that was used stands in the log that the customer reads', async () => {
    const { token } = await sendTo('customerA')
    const { id } = await readReport(inUse.shop, token)
    const { json } = await linkOf(token, id, 'customerA')
    for (const _ of [1, 2]) {
      expect((await fetchLink(json.link.url, headersOf('customerA'))).status).toBe(200)
    }
    const head = await fetch(json.link.url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([
      200,
      String((await readReport(inUse.shop, token)).size),
    ])
    await fetchOne(token, 'customerB')
    const { accesses } = (await inUse.buyer.look(token)).items[0]?.reports ?? expect.unreachable()
    expect(accesses.map(({ by, revision, what }) => [by, revision, what])).toEqual([
      [undefined, 1, 'downloaded'],
      ['Budi Santoso', 1, 'downloaded'],
    ])
  })

  it('is refused to links of others, changed ones, old ones and strangers', async () => {
    const [one, two] = [await sendTo('guest'), await sendTo('guest')]
    const { id } = await readReport(inUse.shop, one.token)
    expect(codeOf(await linkOf(two.token, id))).toEqual([404, 'notFound'])
    expect(codeOf(await linkOf(one.token, randomUUID()))).toEqual([404, 'notFound'])
    const { url } = (await linkOf(one.token, id)).json.link
    const changed = `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`
    expect((await fetchLink(changed)).status).toBe(404)
    clock.freeze(new Date(clock.now().getTime() + 11 * 60_000))
    const late = await fetchLink(url, { accept: 'text/html', 'accept-language': 'id' })
    expect([late.status, late.bytes.toString()]).toEqual([
      410,
      expect.stringContaining('kedaluwarsa'),
    ])
    expect((await readReport(inUse.shop, one.token)).accesses).toEqual([])
  })

  it('ends thirty days after it was sent; an admin gives more time', async () => {
    const { token } = await sendTo('guest')
    const { id } = await readReport(inUse.shop, token)
    const after = new Date(clock.now().getTime() + 31 * 86_400_000)
    clock.freeze(after)
    expect(codeOf(await linkOf(token, id))).toEqual([410, 'report.expired'])
    expect((await inUse.buyer.look(token)).items[0]?.reports?.reports[0]?.state).toBe('expired')
    const body = { event: 'extend', reason: 'Pelanggan bepergian' }
    // The session of a login is over by then, too.
    const { headers } = await logInAs(inUse.shop, 'admin')
    const path = `/api/${slugsOf(inUse.shop.payload).reports}/${id}/move`
    expect((await callShop(inUse.shop, path, { body, headers })).status).toBe(200)
    expect((await linkOf(token, id)).status).toBe(200)
  })

  it('ends with the refund, in the same transaction, also for links that are out', async () => {
    const { token } = await sendTo('guest')
    const { id } = await readReport(inUse.shop, token)
    const { url } = (await linkOf(token, id)).json.link
    const { attempts } = await readSubjects(inUse.shop, token)
    const refund = { event: 'refund', evidence: 'TRF-9', from: 'paid', reason: 'Batal bersama' }
    const subject = { collection: 'payments', id: attempts[0] ?? '' }
    expect((await moveAny(subject, refund, people.owner)).status).toBe(200)
    expect((await readReport(inUse.shop, token)).state).toBe('withdrawn')
    expect((await fetchLink(url)).status).toBe(410)
    expect(codeOf(await linkOf(token, id))).toEqual([410, 'report.withdrawn'])
  })

  it('of what was issued and never sent is nobody’s', async () => {
    const { id, token } = await beginAnalysis(inUse, people.admin)
    await draftReport(inUse.shop, { by: people.admin, fulfilmentId: id })
    const { json } = await issue(inUse.shop, { by: people.admin, fulfilmentId: id })
    await buildReport(inUse.shop.payload, json.report.id)
    expect(codeOf(await linkOf(token, json.report.id))).toEqual([404, 'notFound'])
    expect((await inUse.buyer.look(token)).items[0]?.reports).toBeNull()
  })
})

describe('The password', () => {
  const reveal = (token: string, password: string, who: Who) =>
    callShop<{ passwords: { password: string; revision: number }[] }>(
      inUse.shop,
      `/api/shop/orders/${token}/reports/password`,
      { body: { password }, headers: headersOf(who) },
    )

  it('is shown to the customer who ordered, once he types that of his account; the log notes it', async () => {
    const { token } = await sendTo('customerA')
    const { json, status } = await reveal(token, account.password, 'customerA')
    const report = await readReport(inUse.shop, token)
    expect([status, json.passwords]).toEqual([
      200,
      [{ password: passwordOf(report), revision: 1, title: expect.any(String) as string }],
    ])
    expect(report.accesses).toEqual([{ byName: 'Budi Santoso', what: 'password' }])
  })

  it('is shown to nobody else: not with a wrong word, not logged out, not to others or staff', async () => {
    const { token } = await sendTo('customerA')
    expect(codeOf(await reveal(token, 'salah-sekali', 'customerA'))).toEqual([
      401,
      'customer.wrongLogin',
    ])
    expect(codeOf(await reveal(token, account.password, 'guest'))).toEqual([401, 'auth.required'])
    expect((await reveal(token, account.password, 'owner')).status).toBe(401)
    expect((await reveal(token, account.password, 'customerB')).status).toBe(403)
    const { token: guests } = await sendTo('guest')
    for (const who of ['customerA', 'guest', 'owner'] as const) {
      expect(codeOf(await reveal(guests, account.password, who))).toEqual([
        403,
        'report.passwordByWhatsapp',
      ])
    }
    expect((await readReport(inUse.shop, token)).accesses).toEqual([])
  })
})

describe('A retest', () => {
  it('cannot be asked for by another order, before the report, or after the days are over', async () => {
    const { token } = await sendTo('guest')
    const item = (await inUse.buyer.look(token)).items[0]?.id ?? ''
    const ask = (order: string, of = item) =>
      callShop(inUse.shop, `/api/shop/orders/${order}/items/${of}/retest`, { body: {} })
    const { token: other } = await sendTo('guest')
    expect(codeOf(await ask(other))).toEqual([404, 'notFound'])
    expect(codeOf(await ask(token, 'x'))).toEqual([404, 'notFound'])
    const { token: early } = await beginAnalysis(inUse, people.admin)
    const earlyItem = (await inUse.buyer.look(early)).items[0]?.id ?? ''
    expect(codeOf(await ask(early, earlyItem))).toEqual([409, 'event.notAllowed'])
    clock.freeze(new Date(clock.now().getTime() + 40 * 86_400_000))
    expect(codeOf(await ask(token))).toEqual([409, 'report.retestOver'])
  })
})
