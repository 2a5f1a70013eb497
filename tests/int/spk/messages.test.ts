import { beforeAll, describe, expect, it } from 'vitest'

import { parseMail } from '@/dev/mail/mime'
import { newId, queryRows, sql, statementsOn } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { listWantedTemplates } from '@/plugin/notifications/chat/templates'
import { notificationsRuntime } from '@/plugin/notifications/runtime'
import { messageCatalogue } from '@/plugin/notifications/messages'
import type { Notices, QueuedEvent } from '@/plugin/notifications'
import {
  type SpkCustomerEvent,
  type SpkStaffEvent,
  tellSpkCustomer,
  tellSpkStaff,
} from '@/plugin/spk/messages'
import { findSpkLink } from '@/plugin/spk/links/links'
import { NOON_WIB, useChatDesk } from '../../support/chatDesk'
import { newPhone } from '../../support/chatVendor'
import { makeContractDesk } from '../../support/contracts'
import { newReader } from '../../support/optOutDoor'
import { callShop } from '../../support/purchase'
import { moveSpk, SPK_WAYS, withSpk } from '../../support/spk'

const { inUse, office, vendor } = await useChatDesk()
const desk = makeContractDesk(inUse)

beforeAll(async () => {
  await desk.enter([], true)
  clock.freeze(NOON_WIB)
  vendor.control.configure({
    templates: listWantedTemplates().map(({ blanks, language, name }) => ({
      body: blanks.map((_blank, at) => `{{${at + 1}}}`).join(' '),
      button: `${inUse.shop.url}/`,
      language,
      name,
    })),
    unknownTemplates: 'refuse',
  })
})

type Where = keyof typeof SPK_WAYS

/** The state in which each piece of news is told, and a move after which it is not true any more. */
const CUSTOMER: Record<
  Exclude<SpkCustomerEvent, 'spk.code'>,
  readonly [Where, 'cancel' | 'reopen' | null]
> = {
  'spk.cancelled': ['cancelled', 'reopen'],
  'spk.confirmed': ['confirmed', 'cancel'],
  'spk.expired': ['expired', 'reopen'],
  'spk.faulty': ['awaitingSignature', 'cancel'],
  'spk.photoWanted': ['moreEvidence', 'cancel'],
  'spk.rejected': ['signatureRejected', 'cancel'],
  'spk.reminder': ['awaitingSignature', 'cancel'],
  'spk.revoked': ['revoked', 'cancel'],
  'spk.superseded': ['superseded', null],
  'spk.terminated': ['terminated', null],
  'spk.toCheck': ['validating', 'cancel'],
  'spk.toSign': ['awaitingSignature', 'cancel'],
  'spk.withdrawn': ['withdrawn', 'cancel'],
}
const STAFF: Record<SpkStaffEvent, Where> = {
  'spk.contentConfirmed': 'dataConfirmed',
  'spk.declined': 'cancelled',
  'spk.handedOver': 'underReview',
  'spk.photoArrived': 'underReview',
  'spk.remarked': 'revisionRequested',
  'spk.scanArrived': 'analysing',
  'spk.sealFailed': 'confirmed',
  'spk.stampFailed': 'issued',
  'spk.toDraft': 'draft',
}

/** An order of a product that needs an SPK, by a customer with a mailbox and a telephone of his own. */
const orderAs = async (where: Where) => {
  clock.freeze(NOON_WIB)
  const [address, phone] = [newReader(), newPhone()]
  const by = await desk.logIn()
  const { json } = await desk.tryOrder('4x', by, {
    customer: { email: address, name: 'Budi Santoso', phone },
  })
  const [row] = await queryRows<{ id: string; number: string }>(
    inUse.shop.payload,
    sql`select id, number from orders where token = ${json.order.token}`,
  )
  const { id = '', number = '' } = row ?? {}
  await moveSpk(inUse.shop, id, ...SPK_WAYS[where])
  return { address, by, id, number, phone, token: json.order.token }
}

const rowsOf = (orderId: string, event: QueuedEvent) =>
  queryRows<{ address: string; channel: string; params: string; state: string }>(
    inUse.shop.payload,
    sql`select channel, state, params::text as params, recipient_address as address from notifications
      where subject_id = ${orderId} and event = ${event} order by recipient_address, channel`,
  )

const textsTo = (address: string, word: string): string[] =>
  office.inbox
    .find({ to: address })
    .map(({ raw }) => (parseMail(raw).text ?? '').replaceAll('\r\n', '\n'))
    .filter((text) => text.includes(word))

const tellBuyer = (orderId: string, event: SpkCustomerEvent, more: object = {}) =>
  withSpk(inUse.shop, orderId, (tx, scene) =>
    tellSpkCustomer(tx, scene, { event, step: 'satu', ...more }),
  )

/** What asks the customer to do something leaves with a link of its own. */
const ASKING = new Set<string>([
  'spk.faulty',
  'spk.photoWanted',
  'spk.rejected',
  'spk.reminder',
  'spk.toSign',
])

describe.each(Object.entries(CUSTOMER))('The news %s', (name, [where, after]) => {
  const event = name as Exclude<SpkCustomerEvent, 'spk.code'>

  it('reaches the customer once: by e-mail, by WhatsApp and in his account', async () => {
    const order = await orderAs(where)
    await tellBuyer(order.id, event, { note: 'Catatan singkat.' })
    await tellBuyer(order.id, event, { note: 'Catatan singkat.' })
    await office.deliver()
    const rows = await rowsOf(order.id, event)
    expect(rows.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'email sent',
      'inApp sent',
      'whatsapp sent',
    ])
    const [text, ...more] = textsTo(order.address, 'Catatan singkat.')
    expect(more).toEqual([])
    expect(text).toMatch(ASKING.has(event) ? /\/spk\/[\w-]{22}\n/ : `/pesanan/${order.token}/spk`)
    expect(
      vendor.control.messages().filter(({ number }) => number === order.phone.slice(1)),
    ).toHaveLength(1)
  })

  it.skipIf(after === null)('is not told any more when it has moved on', async () => {
    const order = await orderAs(where)
    await office.deliver()
    await tellBuyer(order.id, event)
    if (event === 'spk.confirmed') {
      await moveSpk(inUse.shop, order.id, 'revoke')
    }
    await moveSpk(inUse.shop, order.id, after ?? 'cancel')
    await office.deliver()
    expect(
      (await rowsOf(order.id, event)).map(({ channel, state }) => `${channel} ${state}`),
    ).toEqual(['email dropped', 'inApp sent', 'whatsapp dropped'])
  })
})

describe.each(Object.entries(STAFF))('The news %s', (name, where) => {
  const event = name as SpkStaffEvent

  it('reaches everybody on the staff once, with a link into the panel', async () => {
    const order = await orderAs(where)
    for (let time = 1; time <= 2; time += 1) {
      await withSpk(inUse.shop, order.id, (tx, scene) =>
        tellSpkStaff(tx, scene, { event, note: 'Catatan singkat.', step: 'satu' }),
      )
    }
    await office.deliver()
    const rows = (await rowsOf(order.id, event)).filter(({ params }) => params.includes('Catatan'))
    const { payload } = inUse.shop
    const staff = await notificationsRuntime.get(payload).findStaff(statementsOn(payload))
    expect(rows.map(({ address, channel, state }) => [address, channel, state])).toEqual(
      staff.map(({ address }) => [address, 'email', 'sent']),
    )
    const texts = textsTo(staff[0]?.address ?? '', order.number)
    expect(texts.find((text) => text.includes('Catatan singkat.'))).toMatch(
      /\/admin\/spk\/[0-9a-f-]{36}\n/,
    )
  })
})

describe('Whoever is in charge of an agreement', () => {
  it('is the only one who hears of it', async () => {
    const order = await orderAs('revisionRequested')
    const { id } = desk.people.admin
    await queryRows(
      inUse.shop.payload,
      sql`update spks set assignee_id = ${id}::uuid where order_id = ${order.id}`,
    )
    await withSpk(inUse.shop, order.id, (tx, scene) =>
      tellSpkStaff(tx, scene, { event: 'spk.remarked', step: 'satu' }),
    )
    expect(await rowsOf(order.id, 'spk.remarked')).toHaveLength(1)
  })
})

describe('A link', () => {
  it('comes with what asks him to sign, is alive, and stands nowhere that staff can read', async () => {
    const order = await orderAs('awaitingSignature')
    await tellBuyer(order.id, 'spk.toSign', { note: 'Dengan tautan.' })
    await office.deliver()
    const [text = ''] = textsTo(order.address, 'Buka dokumen')
    const word = /\/spk\/([\w-]{22})\n/.exec(text)?.[1] ?? ''
    const link = await withSpk(inUse.shop, order.id, (tx) => findSpkLink(tx, word))
    expect(link).toMatchObject({ isAlive: true })
    const rows = await rowsOf(order.id, 'spk.toSign')
    expect(rows.every(({ params }) => !params.includes(word))).toBe(true)
  })

  it('stands in the mail and the chat that leave, and nowhere that staff can read', async () => {
    const order = await orderAs('validating')
    const url = `${inUse.shop.url}/spk/tautanrahasiadariujiini00`
    await tellBuyer(order.id, 'spk.toCheck', { url })
    await office.deliver()
    const rows = await rowsOf(order.id, 'spk.toCheck')
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent'])
    expect(rows.every(({ params }) => !params.includes('tautanrahasia'))).toBe(true)
    expect(textsTo(order.address, `\n${url}\n`)).toHaveLength(1)
    const [chat] = vendor.control.messages().filter(({ number }) => number === order.phone.slice(1))
    expect(JSON.stringify(chat)).toContain('tautanrahasiadariujiini00')
  })

  it('of the list in the account is the page of the agreement itself', async () => {
    const order = await orderAs('validating')
    await tellBuyer(order.id, 'spk.toCheck', {
      url: `${inUse.shop.url}/spk/tautanrahasiadariujiini01`,
    })
    const { json } = await callShop<Notices>(inUse.shop, '/api/shop/notices', {
      headers: order.by.headers,
    })
    const told = JSON.stringify(json)
    expect(told).toContain(`/pesanan/${order.token}/spk`)
    expect(told).not.toContain('tautanrahasia')
  })
})

describe('The code for an agreement', () => {
  const linkTo = (orderId: string, until: Date) =>
    queryRows(
      inUse.shop.payload,
      sql`insert into spk_links (id, spk_id, token_hash, edition, expires_at, code_hash, code_until, created_at)
        select ${newId()}::uuid, id, ${newId()}, 0, now() + interval '7 days', 'x',
          ${until.toISOString()}::timestamptz, now() from spks where order_id = ${orderId}`,
    )

  it('goes by e-mail alone and is written down nowhere', async () => {
    const order = await orderAs('validating')
    await linkTo(order.id, new Date(NOON_WIB.getTime() + 600_000))
    await tellBuyer(order.id, 'spk.code', { note: '482913' })
    await office.deliver()
    const rows = await rowsOf(order.id, 'spk.code')
    expect(rows.map(({ channel, state }) => `${channel} ${state}`)).toEqual(['email sent'])
    expect(rows[0]?.params).not.toContain('482913')
    expect(textsTo(order.address, '482913')).toHaveLength(1)
    expect(messageCatalogue['spk.code'].channels).not.toContain('whatsapp')
  })

  it('is not sent any more when its ten minutes are over', async () => {
    const order = await orderAs('validating')
    await linkTo(order.id, new Date(NOON_WIB.getTime() - 1))
    await tellBuyer(order.id, 'spk.code', { note: '482913' })
    await office.deliver()
    expect((await rowsOf(order.id, 'spk.code')).map(({ state }) => state)).toEqual(['dropped'])
  })
})

describe('An order that waits for its agreement', () => {
  it('is told to the staff, and its buyer is not asked for money', async () => {
    const order = await orderAs('draft')
    await office.deliver()
    const rows = await rowsOf(order.id, 'spk.toDraft')
    expect(rows.length).toBeGreaterThan(0)
    expect(
      rows.every(({ params, state }) => state === 'sent' && params.includes(order.number)),
    ).toBe(true)
    const [text = ''] = textsTo(order.address, order.number)
    expect(text).toContain('Jangan membayar dahulu')
    expect(text).not.toContain('Bayar sekarang')
  })
})
