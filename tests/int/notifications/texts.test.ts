import { beforeAll, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import type { Notices, QueuedMessage } from '@/plugin/notifications'
import { claimNotification } from '@/plugin/notifications/deliver/desk'
import { renderMail } from '@/plugin/notifications/mail/renderMail'
import { renderPreview } from '@/plugin/notifications/preview'
import { createCustomer } from '../../factories/customer'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'
import { sampleFrame } from '../../unit/notifications/sample'

type Headers = Record<string, string>
type Problem = { errors: { data?: { errors?: { message: string; path: string }[] } }[] }
type Saved = { doc: { id: string } }

const inUse = useShop()
let admin: Headers
let budi: Headers
let saved: string

const save = (body: object, headers: Headers = admin, path = '') =>
  callShop<Problem & Saved>(inUse.shop, `/api/message-texts${path}`, {
    body,
    headers,
    ...(path ? { method: 'PATCH' } : {}),
  })

const subjectOf = async (event: QueuedMessage['event'], locale: 'en' | 'id' = 'id') => {
  const { payload } = inUse.shop
  return (await renderPreview({ event, locale, payload })).subject
}

/** The mail that the worker would send now for the latest message of an event. */
const renderLatest = async (event: QueuedMessage['event']) => {
  const { payload } = inUse.shop
  const [row] = await queryRows<{ id: string }>(
    payload,
    sql`update notifications set state = 'queued' where id = (select id from notifications
      where event = ${event} and channel = 'email' order by created_at desc limit 1) returning id`,
  )
  const notification = await claimNotification({ id: row?.id ?? '', payload })
  if (!notification) {
    throw new Error(`There is no message about ${event}`)
  }
  return renderMail({ ...notification, frame: sampleFrame })
}

beforeAll(async () => {
  const { payload } = inUse.shop
  admin = (await logInAs(inUse.shop, 'admin')).headers
  const { email, password } = await createCustomer({ payload })
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', {
    body: { email, password },
  })
  budi = { authorization: `JWT ${json.token}` }
})

describe('The words of a message', () => {
  it('with a blank that the message does not have are refused, the field and the blanks named', async () => {
    const { json, status } = await save({ event: 'order.placed', subject: 'Pesanan {nomer}' })
    expect(status).toBe(400)
    const [problem] = json.errors[0]?.data?.errors ?? []
    expect(problem).toMatchObject({ path: 'subject' })
    expect(problem?.message).toContain('{nomer} bukan isian pesan ini')
    expect(problem?.message).toContain('{nomor}')
  })

  it('of a link to a password know no order', async () => {
    const { status } = await save({ event: 'account.passwordAsked', subject: '{nomor}' })
    expect(status).toBe(400)
  })

  it('of a message that nobody sends, or too many of them, are refused', async () => {
    expect((await save({ event: 'order.lost', subject: 'x' })).status).toBe(400)
    expect((await save({ subject: 'x' })).status).toBe(400)
    expect((await save({ event: 'order.placed', heading: 'x'.repeat(121) })).status).toBe(400)
  })

  it('are for admins and owners: not for guests, customers, editors', async () => {
    const { headers } = await logInAs(inUse.shop, 'editor')
    for (const other of [{}, budi, headers]) {
      expect((await save({ event: 'order.placed', subject: 'Halo' }, other)).status).toBe(403)
    }
  })

  it('stand in the next mail and in the customer’s list; the other language stays as it was', async () => {
    const text = { heading: 'Siap, {nama}!', subject: 'Hore, {nomor} masuk' }
    const { json, status } = await save({ event: 'order.placed', ...text })
    expect(status).toBe(201)
    saved = json.doc.id
    const order = await inUse.buyer.place({ headers: budi })
    const mail = await renderLatest('order.placed')
    expect(mail.subject).toBe(`Hore, ${order.number} masuk`)
    expect(mail.text).toMatch(/^Siap, .+!\n/)
    const list = (language: string) =>
      callShop<Notices>(inUse.shop, '/api/shop/notices', {
        headers: { ...budi, 'accept-language': language },
      })
    expect((await list('id')).json.notices[0]?.heading).toMatch(/^Siap, .+!$/)
    expect((await list('en')).json.notices[0]?.heading).toBe('We have received your order')
  })

  it('are shown before anything is sent', async () => {
    expect(await subjectOf('order.placed')).toBe('Hore, HZ-000123 masuk')
    expect(await subjectOf('order.placed', 'en')).toBe('We have received your order HZ-000123')
  })

  it('exist once per message, and keep to the message they were written for', async () => {
    expect((await save({ event: 'order.placed', subject: 'Lagi' })).status).toBe(400)
    await save({ event: 'payment.received', heading: 'Siap' }, admin, `/${saved}`)
    expect(await subjectOf('order.placed')).toBe('Hore, HZ-000123 masuk')
  })

  it('keep every version, of which an older one can be brought back', async () => {
    await save({ subject: 'Salah ketik {nomor}' }, admin, `/${saved}`)
    const { json } = await callShop<{ docs: { id: string; version: { subject?: string } }[] }>(
      inUse.shop,
      '/api/message-texts/versions?sort=-createdAt',
      { headers: admin },
    )
    const good = json.docs.find(({ version }) => version.subject?.startsWith('Hore'))
    const restored = await callShop(inUse.shop, `/api/message-texts/versions/${good?.id}`, {
      headers: admin,
      method: 'POST',
    })
    expect(restored.json).toMatchObject({ message: expect.stringContaining('dipulihkan') })
    expect(await subjectOf('order.placed')).toBe('Hore, HZ-000123 masuk')
  })

  it('are the catalogue’s again when a field is emptied, and all of them when the entry is deleted', async () => {
    await save({ subject: '' }, admin, `/${saved}`)
    expect(await subjectOf('order.placed')).toBe('Pesanan HZ-000123 kami terima')
    await save({ subject: 'Hore {nomor}' }, admin, `/${saved}`)
    expect(await subjectOf('order.placed')).toBe('Hore HZ-000123')
    const gone = await callShop(inUse.shop, `/api/message-texts/${saved}`, {
      headers: admin,
      method: 'DELETE',
    })
    expect(gone.status).toBe(200)
    expect(await subjectOf('order.placed')).toBe('Pesanan HZ-000123 kami terima')
  })
})
