import { randomUUID } from 'node:crypto'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { signLink } from '@/plugin/kernel/secrets'

import type { Random } from '../../support/load/random'
import type { House, Tenant } from './house'

import { testEnvironment } from '../../support/environment'
import { atLeast, equal, type Measured } from '../../support/figures/row'
import { callShop } from '../../support/purchase'
import { validScope } from '../../support/scopes'
import { sayAll } from '../say'

const FULL = 10_000

type Knock = { body?: object; headers?: Record<string, string>; path: string }

type Draw = { house: House; random: Random }

/** A token that is nearly the other's, or something else of his in its place. */
const guessToken = ({ house: { a, b }, random }: Draw): string => {
  const at = random.below(b.token.length)
  const letter = random.pick([...'abcdefghijklmnopqrstuvwxyz0123456789-_'])
  const flipped = b.token.slice(0, at) + letter + b.token.slice(at + 1)
  return random.pick([
    flipped === b.token ? `${b.token}x` : flipped,
    b.token.slice(0, -1),
    `${b.token}A`,
    ` ${b.token.slice(1)}`,
    [...b.token].toReversed().join('') + 'x',
    b.analysis.report,
    b.analysis.item,
    random.text(43),
    '%00',
    "' or '1'='1",
    a.token,
  ])
}

const LABELS = ['reports link', 'downloads link', 'package link', 'reports password', ''] as const

/** A link that we never gave: expired, of another sort, of another secret, or changed afterwards. */
const forgeLink = ({ house: { a, b }, random }: Draw): string => {
  const now = new Date()
  const goodForMs = 600_000
  const [secret, id] = [testEnvironment.PAYLOAD_SECRET, b.analysis.report]
  const ours = { id, label: 'reports link', now, secret }
  const expired = signLink({ ...ours, goodForMs: -1_000 - random.below(1_000_000_000) }).word
  const mine = signLink({ ...ours, goodForMs, id: a.analysis.report }).word
  const cut = (word: string): string => word.slice(0, word.lastIndexOf('.') + 1)
  return random.pick([
    expired,
    `${id}${mine.slice(id.length)}`,
    signLink({ ...ours, goodForMs, secret: random.text(32) }).word,
    signLink({ ...ours, goodForMs, label: random.pick(LABELS.slice(1)) }).word,
    signLink({ ...ours, goodForMs, id: randomUUID() }).word,
    cut(signLink({ ...ours, goodForMs }).word) + random.text(43),
    cut(signLink({ ...ours, goodForMs }).word),
    expired.replace(/\.[\da-z]+\.(?=[^.]+$)/, '.zzzzzz.'),
    id,
  ])
}

const encode = encodeURIComponent

/** What belongs to B, by a token that is not his. */
const byToken = (draw: Draw): Knock => {
  const { a, b } = draw.house
  const { random } = draw
  const order = `/api/shop/orders/${encode(guessToken(draw))}`
  const scope = `${order}/items/${b.analysis.item}/scope`
  const headers = random.pick([{}, a.headers])
  const word = encode(forgeLink(draw))
  return {
    headers,
    ...random.pick<Knock>([
      { body: { report: b.analysis.report }, path: `${order}/reports` },
      { body: { password: b.account.password }, path: `${order}/reports/password` },
      { body: {}, path: `${order}/items/${b.analysis.item}/retest` },
      { path: scope },
      { body: validScope(), path: scope },
      { body: {}, path: `${scope}/look` },
      { body: {}, path: `${scope}/code` },
      { path: `/api/shop/reports/${word}` },
      { path: `/api/shop/reports/${word}` },
      { path: `/api/shop/downloads/${word}` },
    ]),
  }
}

const REASON = 'Diminta oleh penyerang'

/** What only staff may do, asked by everybody else. */
const byStranger = ({ house, random }: Draw): Knock => {
  const { a, b, editor } = house
  const { finding, fulfilment, report, scope } = b.analysis
  const headers = random.pick([{}, a.headers, b.headers, editor.headers])
  const event = random.pick(['resend', 'rekey', 'rebuild', 'extend', 'withdraw', 'send'])
  return {
    headers,
    ...random.pick<Knock>([
      { body: { event, reason: REASON }, path: `/api/reports/${report}/move` },
      { path: `/api/reports/deliveries/${fulfilment}/preview` },
      { body: {}, path: `/api/reports/deliveries/${fulfilment}/issue` },
      { path: `/api/findings/${finding}/pictures/1` },
      { body: { caption: REASON }, path: `/api/findings/${finding}/pictures` },
      { body: {}, path: `/api/findings/${finding}/pictures/1/remove` },
      { path: `/api/reports/${report}?depth=5` },
      { path: `/api/report-accesses?where[report][equals]=${report}` },
      { path: `/api/findings?where[fulfilment][equals]=${fulfilment}` },
      { path: `/api/report-drafts?limit=0` },
      { path: `/api/scopes/${scope}` },
      { body: { event: 'waive', reason: REASON }, path: `/api/scopes/${scope}/move` },
      {
        body: { note: '', readyOn: '2027-01-02', revision: 1, startsOn: '2027-01-01' },
        path: `/api/scopes/${scope}/agreement`,
      },
    ]),
  }
}

/** All of a tenant that a stranger could have changed. */
const readHome = ({ shop }: House, { analysis, token }: Tenant): Promise<unknown[]> =>
  queryRows(
    shop.payload,
    sql`select o.updated_at, s::text as scope, r::text as report, n::text as finding, f::text as delivery,
        (select count(*) from report_accesses x where x.report_id = r.id) as accesses,
        (select count(*) from notifications m where m.subject_id = o.id::text) as messages,
        (select count(*) from attachments p where p.subject_id = n.id::text) as pictures
      from orders o join scopes s on s.order_id = o.id join reports r on r.order_id = o.id
        join findings n on n.fulfilment_id = r.fulfilment_id
        join fulfilments f on f.id = r.fulfilment_id
      where o.token = ${token} and r.id = ${analysis.report}`,
  )

/** Nothing of B, and neither a yes nor a crash. */
const findBreach = (args: { b: Tenant; knock: Knock; status: number; text: string }) => {
  const { b, knock, status, text } = args
  const where = `${knock.body ? 'POST' : 'GET'} ${knock.path.slice(0, 120)} → ${status}`
  const told = [b.token, b.password, b.account.email, 'Injeksi SQL'].find(
    (secret) => text.includes(secret) && !decodeURIComponent(knock.path).includes(secret),
  )
  if (told) {
    return `${where} tells ${told}`
  }
  return status >= 400 && status < 500 ? undefined : where
}

/** Knocks at the doors of B's scope and report with all that is not the key. */
export const measureDoors = async (
  house: House,
  { random, size }: { random: Random; size: number },
): Promise<Measured[]> => {
  const { b, shop } = house
  const total = Math.max(400, Math.round(FULL * size))
  const breaches: string[] = []
  const before = await readHome(house, b)
  for (let at = 0; at < total; at++) {
    const knock = (at % 2 === 0 ? byToken : byStranger)({ house, random })
    const { headers, json, status } = await callShop(shop, knock.path, knock)
    const breach = findBreach({ b, knock, status, text: JSON.stringify([json, [...headers]]) })
    if (breach) {
      breaches.push(breach)
    }
  }
  sayAll('report door', breaches)
  const after = await readHome(house, b)
  const own = { body: { report: b.analysis.report }, path: `/api/shop/orders/${b.token}/reports` }
  const { status } = await callShop(shop, own.path, own)
  return [
    { bar: atLeast(total), name: 'report-doors-tried', unit: '', value: total },
    {
      bar: equal(0),
      detail: breaches[0] ?? 'none',
      name: 'report-doors-opened',
      unit: '',
      value: breaches.length,
    },
    {
      bar: equal(1),
      detail:
        'scope, report, finding, delivery, log and outbox of whom was attacked read as before',
      name: 'report-home-unchanged',
      unit: '',
      value: before.length === 1 && JSON.stringify(before) === JSON.stringify(after) ? 1 : 0,
    },
    {
      bar: equal(200),
      detail: 'control: the key opens',
      name: 'report-own-door',
      unit: '',
      value: status,
    },
  ]
}
