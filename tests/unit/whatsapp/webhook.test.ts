import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'

import { createChatChannel } from '@/plugin/adapters/whatsapp'

const appSecret = 'app-secret-0001'
const phoneNumberId = '106540352242922'
const channel = createChatChannel({
  appSecret,
  id: 'cloud',
  phoneNumberId,
  token: 'token-of-a-system-user',
  verifyToken: 'a word of ours',
})

const sign = (rawBody: string, secret = appSecret) =>
  `sha256=${createHmac('sha256', secret).update(rawBody).digest('hex')}`

const readRaw = (rawBody: string, signature: string | undefined = sign(rawBody)) =>
  channel.readWebhook?.({
    headers: new Headers(signature === '' ? {} : { 'x-hub-signature-256': signature }),
    rawBody,
  })

const read = (body: unknown) => readRaw(JSON.stringify(body))

const change = (value: object, id = phoneNumberId) => ({
  field: 'messages',
  value: { messaging_product: 'whatsapp', metadata: { phone_number_id: id }, ...value },
})

const envelope = (...changes: object[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes }],
})

const status = (changes: object = {}) => ({
  biz_opaque_callback_data: 'out-1',
  id: 'wamid.A',
  recipient_id: '6281234567890',
  status: 'delivered',
  timestamp: '1795248000',
  ...changes,
})

const written = (changes: object = {}) => ({
  from: '6281234567890',
  id: 'wamid.B',
  text: { body: 'Sudah saya bayar 🙏' },
  timestamp: '1795248000',
  type: 'text',
  ...changes,
})

const at = new Date('2026-11-21T08:00:00Z')

describe('a call of Meta is read', () => {
  it('when its signature is genuine: reports and replies', () => {
    expect(read(envelope(change({ messages: [written()], statuses: [status()] })))).toEqual({
      replies: [{ at, from: '6281234567890', providerId: 'wamid.B', text: 'Sudah saya bayar 🙏' }],
      reports: [{ at, providerId: 'wamid.A', reference: 'out-1', state: 'delivered' }],
    })
  })

  it('over several entries and changes, in their order', () => {
    const one = envelope(
      change({ statuses: [status({ status: 'sent' })] }),
      change({ statuses: [status()] }),
    )
    const other = envelope(change({ statuses: [status({ status: 'read' })] }))
    const news = read({ ...one, entry: [...one.entry, ...other.entry] })
    expect(news?.reports.map(({ state }) => state)).toEqual(['sent', 'delivered', 'read'])
  })

  it('with the reason of a failure', () => {
    const errors = [{ code: 131026, title: 'Message undeliverable', error_data: { details: 'No' } }]
    expect(
      read(envelope(change({ statuses: [status({ errors, status: 'failed' })] }))),
    ).toMatchObject({ reports: [{ reason: 'Meta 131026: No', state: 'failed' }] })
    expect(read(envelope(change({ statuses: [status({ status: 'failed' })] })))).toMatchObject({
      reports: [{ reason: 'Meta gave no reason', state: 'failed' }],
    })
  })

  it('without a reference, which Meta repeats only for messages that had one', () => {
    const news = read(
      envelope(change({ statuses: [status({ biz_opaque_callback_data: undefined })] })),
    )
    expect(news?.reports).toEqual([{ at, providerId: 'wamid.A', state: 'delivered' }])
  })

  it.each([
    [{ button: { text: 'Bayar' }, text: undefined, type: 'button' }, 'Bayar'],
    [{ interactive: { button_reply: { id: 'a', title: 'Ya' } }, text: undefined }, 'Ya'],
    [{ interactive: { list_reply: { id: 'a', title: 'BCA' } }, text: undefined }, 'BCA'],
    [
      { image: { caption: 'Bukti transfer', id: '1' }, text: undefined, type: 'image' },
      'Bukti transfer',
    ],
    [{ image: { id: '1' }, text: undefined, type: 'image' }, '[image]'],
    [
      { document: { filename: 'spk.pdf', id: '1' }, text: undefined, type: 'document' },
      '[spk.pdf]',
    ],
    [{ reaction: { emoji: '👍', message_id: 'x' }, text: undefined, type: 'reaction' }, '👍'],
    [{ text: undefined, type: 'sticker' }, '[sticker]'],
  ])('whatever a customer sends: %j', (changes, text) => {
    expect(read(envelope(change({ messages: [written(changes)] })))?.replies).toMatchObject([
      { text },
    ])
  })
})

describe('what does not concern us is left out, and hides nothing else', () => {
  it('another number of the same account', () => {
    const theirs = change({ messages: [written()], statuses: [status()] }, '999')
    expect(read(envelope(theirs, change({ statuses: [status()] })))).toMatchObject({
      replies: [],
      reports: [{ providerId: 'wamid.A' }],
    })
  })

  it('another field, a new kind of status, a broken piece', () => {
    const strange = [
      status({ status: 'played' }),
      status({ timestamp: 'soon' }),
      status({ id: 'wamid.\0' }),
      null,
      status(),
    ]
    const field = { field: 'account_update', value: { event: 'X' } }
    const news = read(envelope(field, change({ messages: [{}], statuses: strange })))
    expect(news).toMatchObject({ replies: [], reports: [{ state: 'delivered' }] })
    expect(news?.reports).toHaveLength(1)
  })
})

describe('a call that is not genuine is not read', () => {
  const rawBody = JSON.stringify(envelope(change({ statuses: [status()] })))
  const good = sign(rawBody)

  it.each([
    ['no signature', ''],
    ['another secret', sign(rawBody, 'somebody-else')],
    ['an empty secret', sign(rawBody, '')],
    ['one digit changed', good.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
    ['upper case', good.toUpperCase()],
    ['no prefix', good.slice(7)],
    ['SHA-1', `sha1=${createHmac('sha1', appSecret).update(rawBody).digest('hex')}`],
    ['cut', good.slice(0, -2)],
    ['two of them', `${good}, ${good}`],
  ])('%s', (_, signature) => {
    expect(readRaw(rawBody, signature)).toBeUndefined()
  })

  it('when the body was changed on its way, be it by a blank', () => {
    expect(readRaw(rawBody, good)).toBeDefined()
    expect(readRaw(`${rawBody} `, good)).toBeUndefined()
    expect(readRaw(rawBody.replace('delivered', 'read'), good)).toBeUndefined()
  })

  it.each([
    '',
    'hello',
    '[]',
    'null',
    '{"object":"page","entry":[]}',
    '{"object":"whatsapp_business_account"}',
  ])('when its body is no news of WhatsApp: %s', (body) => {
    expect(readRaw(body)).toBeUndefined()
  })
})

describe('a subscription', () => {
  const ask = (changes: Record<string, string> = {}) =>
    channel.answerSubscription?.(
      new URLSearchParams({
        'hub.challenge': '1158201444',
        'hub.mode': 'subscribe',
        'hub.verify_token': 'a word of ours',
        ...changes,
      }),
    )

  it('is answered with the challenge', () => {
    expect(ask()).toBe('1158201444')
  })

  it.each<Record<string, string>>([
    { 'hub.verify_token': 'another word' },
    { 'hub.verify_token': '' },
    { 'hub.mode': 'unsubscribe' },
    { 'hub.challenge': '<script>' },
    { 'hub.challenge': '' },
  ])('is refused: %j', (changes) => {
    expect(ask(changes)).toBeUndefined()
  })
})
