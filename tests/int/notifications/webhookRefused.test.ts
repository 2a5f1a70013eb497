import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createChatChannel } from '@/plugin/adapters/whatsapp'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { type NotificationsRuntime, notificationsRuntime } from '@/plugin/notifications'
import { useChatDesk } from '../../support/chatDesk'
import {
  drawCall,
  drawStatus,
  postCall,
  readChats,
  signCall,
  WEBHOOK,
} from '../../support/chatVendor'
import { makeOptOutDoor } from '../../support/optOutDoor'

const { inUse, office, settings, tell } = await useChatDesk()
const { wantsOptional } = makeOptOutDoor(inUse)

let address = ''
let phone = ''
/** Says that our message failed, and in the name of its reader that he wants no more. */
let hostile = ''

const readAll = async (): Promise<unknown> => [
  await readChats(inUse, address),
  await wantsOptional(address),
  await queryRows(inUse.shop.payload, sql`select count(*) from message_choices`),
]

beforeAll(async () => {
  ;({ address, phone } = await tell())
  const [row] = await readChats(inUse, address)
  expect(row).toMatchObject({ channel: 'whatsapp', state: 'sent' })
  const stop = { from: phone.slice(1), id: 'wamid.in', text: { body: 'STOP' }, type: 'text' }
  hostile = drawCall({
    messages: [{ ...stop, timestamp: '1795248000' }],
    statuses: [drawStatus({ id: row?.messageId, status: 'failed' })],
  })
})
describe('A call that Meta did not sign', () => {
  it.each([
    ['without a signature', () => ''],
    ['with the signature of another secret', () => signCall(hostile, 'somebody-else')],
    ['with the signature of another call', () => signCall(drawCall({}))],
    ['with a signature in capitals', () => signCall(hostile).toUpperCase()],
    ['without the name of the method', () => signCall(hostile).slice(7)],
    ['with half a signature', () => signCall(hostile).slice(0, -1)],
    ['with a word', () => 'sha256=ya'],
  ])('is refused, and changes nothing: %s', async (_what, sign) => {
    const before = await readAll()
    const answer = await postCall(inUse, hostile, sign())
    expect([answer.status, answer.code]).toEqual([403, 'auth.forbidden'])
    expect(await readAll()).toEqual(before)
  })

  it('is refused when a letter of it was changed on its way', async () => {
    const before = await readAll()
    const changed = hostile.replace('"failed"', '"failed" ')
    expect((await postCall(inUse, changed, signCall(hostile))).status).toBe(403)
    expect(await readAll()).toEqual(before)
  })
})

describe('A signed call that nobody can read', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

  it.each([
    ['empty', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['another object', '{"object":"page","entry":[]}'],
    ['without entries', '{"object":"whatsapp_business_account"}'],
    ['entries that are none', '{"object":"whatsapp_business_account","entry":[1]}'],
    ['a deep well', deep],
    ['the form of a browser', 'a=1&b=2'],
  ])('is refused with 4xx and changes nothing: %s', async (_what, raw) => {
    const before = await readAll()
    const { status } = await postCall(inUse, raw)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(await readAll()).toEqual(before)
  })

  it('is cut off when it is longer than any of Meta’s', async () => {
    const { code, status } = await postCall(inUse, `${hostile}${' '.repeat(300_000)}`)
    expect([status, code]).toEqual([413, 'input.tooLarge'])
  })

  it.each([
    ['an id with NUL', drawStatus({ id: 'wamid.\0' })],
    ['half an emoji', drawStatus({ id: 'wamid.\ud83d' })],
    ['an id like a statement', drawStatus({ id: "'; drop table notifications; --" })],
    ['a reference with NUL', drawStatus({ biz_opaque_callback_data: '\0' })],
    ['an id that is a number', drawStatus({ id: 7 })],
    ['the year 5138', drawStatus({ timestamp: '99999999999' })],
    ['no time', drawStatus({ timestamp: undefined })],
    ['reasons that are none', drawStatus({ errors: [null], status: 'failed' })],
    ['a report that is none', null],
  ])('in one part hides no other part: %s', async (_what, status) => {
    const [row] = await readChats(inUse, address)
    await queryRows(inUse.shop.payload, sql`update notifications set reported = null`)
    const good = drawStatus({ id: row?.messageId, status: 'sent' })
    expect((await postCall(inUse, drawCall({ statuses: [status, good] }))).status).toBe(200)
    expect(await readChats(inUse, address)).toEqual([{ ...row, reported: 'sent' }])
  })
})

describe.each([
  ['opens wa.me', createChatChannel({ id: 'wa.me' })],
  [
    'sends by Fonnte, whose webhooks are not signed',
    createChatChannel({ id: 'fonnte', token: 'x' }),
  ],
])('A shop that %s', (_what, chat) => {
  let runtime: NotificationsRuntime
  let own: NotificationsRuntime['chat']

  beforeAll(() => {
    runtime = notificationsRuntime.get(inUse.shop.payload)
    own = runtime.chat
    runtime.chat = chat
  })
  afterAll(() => {
    runtime.chat = own
  })

  it('has no webhook: nobody is heard, not even Meta', async () => {
    const before = await readAll()
    const answer = await postCall(inUse, hostile)
    expect([answer.status, answer.code]).toEqual([404, 'notFound'])
    const fonnte = new URLSearchParams({ id: '1', sender: phone, state: 'failed', text: 'STOP' })
    expect((await postCall(inUse, fonnte.toString(), '')).status).toBe(404)
    expect(await readAll()).toEqual(before)
  })

  it('answers no question of subscription', async () => {
    const word = encodeURIComponent(settings.WHATSAPP_CLOUD_VERIFY)
    const query = `?hub.mode=subscribe&hub.verify_token=${word}&hub.challenge=1`
    const answer = await fetch(inUse.shop.url + WEBHOOK + query)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'notFound' }] })
  })
})

it('The genuine call, at last, is heard', async () => {
  expect((await postCall(inUse, hostile)).status).toBe(200)
  await office.deliver()
  const rows = await readChats(inUse, address)
  expect(rows.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
    'whatsapp dead',
    'email dropped',
  ])
  expect(await wantsOptional(address)).toBe(false)
})
