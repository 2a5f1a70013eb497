import type { AdminViewServerProps, Payload } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { findAccessFaults, queryRows, type StaffRole, sql } from '@/plugin/kernel/payload'
import { startWorker } from '@/plugin/kernel/queue'
import { watchTask } from '@/plugin/notifications'
import { ByHandView } from '@/plugin/notifications/admin/ByHandView'
import { toByHandRow } from '@/plugin/notifications/admin/toByHandRow'
import { findByHand } from '@/plugin/notifications/chat/findByHand'
import { TodoBell } from '@/plugin/orders/admin/TodoBell'
import { TodoBoard } from '@/plugin/orders/admin/TodoBoard'
import { countUrgent, findTodos } from '@/plugin/orders/panel/findTodos'
import { createCustomer } from '../../factories/customer'
import { createMessage } from '../../factories/message'
import { createStaff } from '../../factories/staff'
import { bootShop } from '../../support/shop'

// The frame and the fields of the panel bring style sheets, which Node cannot read.
vi.mock('@payloadcms/next/templates', () => ({ DefaultTemplate: () => null }))
vi.mock('@payloadcms/ui', () => ({}))

const ROLES: StaffRole[] = ['editor', 'admin', 'owner']
const NOW = new Date('2026-11-22T05:00:00Z')

let payload: Payload
const users: Record<string, unknown> = { guest: null }

const logIn = async (collection: 'customers' | 'staff', account: Record<string, string>) => {
  const { email = '', password = '' } = account
  const { token } = await payload.login({ collection, data: { email, password } })
  const headers = new Headers({ authorization: `JWT ${token}` })
  return (await payload.auth({ headers })).user
}

beforeAll(async () => {
  payload = (await bootShop()).payload
  users.customer = await logIn('customers', await createCustomer({ payload }))
  for (const role of ROLES) {
    users[role] = await logIn('staff', await createStaff({ payload, role }))
  }
  // Without one the bell has more to say: see troubles.test.tsx.
  const connectionString = process.env.DATABASE_URL ?? ''
  const worker = await startWorker({ connectionString, crons: [], payload, tasks: [watchTask] })
  return () => worker.stop()
})

beforeEach(() => queryRows(payload, sql`delete from notifications`))

const lookAs = async (who: string, language = 'id'): Promise<string> => {
  const req = { i18n: { language }, payload, user: users[who] }
  const props = { initPageResult: { req }, params: {}, searchParams: {} }
  try {
    await ByHandView(props as unknown as AdminViewServerProps)
    return 'the page'
  } catch (error) {
    return String((error as { digest?: string }).digest)
  }
}

const htmlOf = async (
  component: typeof TodoBell | typeof TodoBoard,
  who: string,
  language = 'id',
): Promise<string> => {
  const props = { i18n: { language }, payload, user: users[who] }
  const element = await component(props as unknown as Parameters<typeof TodoBell>[0])
  return element ? renderToStaticMarkup(element) : ''
}

const makeMany = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const createdAt = new Date(NOW.getTime() - (count - at) * 60_000)
    ids.push(await createMessage({ payload, wish: { createdAt } }))
  }
  return ids
}

describe('The page of WhatsApp messages', () => {
  it('opens to admins and owners; everybody else is led to the login', async () => {
    const seen: Record<string, string> = {}
    for (const who of ['guest', 'customer', ...ROLES]) {
      seen[who] = await lookAs(who)
    }
    const away = expect.stringMatching(/^NEXT_REDIRECT;.*;\/admin\/login;/)
    expect(seen).toEqual({
      admin: 'the page',
      customer: away,
      editor: away,
      guest: away,
      owner: 'the page',
    })
  })

  it('has said who may see it', () => {
    expect(Object.keys(payload.config.admin.components?.views ?? {})).toContain('whatsappByHand')
    expect(findAccessFaults(payload.config)).toEqual([])
  })

  it('lists what waits for a hand, oldest first, twenty-five to a page', async () => {
    const ids = await makeMany(27)
    await createMessage({ payload, wish: { state: 'sent' } })
    await createMessage({ payload, wish: { channel: 'email', state: 'dead' } })
    await createMessage({ payload, wish: { state: 'queued' } })
    await queryRows(payload, sql`update notifications set state = 'opened' where id = ${ids[0]}`)
    const first = await findByHand({ page: 1, payload })
    expect(first).toMatchObject({ page: 1, pages: 2, total: 27 })
    expect(first.messages.map(({ id }) => id)).toEqual(ids.slice(0, 25))
    expect(first.messages[0]?.state).toBe('opened')
    const last = await findByHand({ page: 99, payload })
    expect(last.page).toBe(2)
    expect(last.messages.map(({ id }) => id)).toEqual(ids.slice(25))
  })

  it('is empty without complaint', async () => {
    const none = { messages: [], page: 1, pages: 1, total: 0 }
    expect(await findByHand({ page: 3, payload })).toEqual(none)
    expect(await lookAs('admin', 'en')).toBe('the page')
  })

  it('shows to whom, about what, since when and with which words', async () => {
    const createdAt = new Date(NOW.getTime() - 2 * 3_600_000)
    await createMessage({ payload, wish: { createdAt, event: 'payment.failed' } })
    const { messages } = await findByHand({ page: 1, payload })
    const [message] = messages
    if (!message) {
      throw new Error('The message is not there')
    }
    const row = toByHandRow({ locale: 'id', message, now: NOW, payload })
    expect(row).toMatchObject({
      name: 'Budi Santoso',
      order: {
        number: 'HZ-000123',
        url: `/admin/collections/orders/${message.subjectId}`,
      },
      phone: '+62 812 3456 7890',
      state: 'manual',
      waited: '2 jam',
    })
    expect(row.text).toContain('https://toko.example/pesanan/')
    const english = toByHandRow({ locale: 'en', message, now: NOW, payload })
    expect(english.waited).toBe('2 hours')
    expect(english.event).not.toBe(row.event)
    expect(english.text).toBe(row.text)
  })

  it('shows a message of an event that this version does not know, and no text', async () => {
    await createMessage({ payload, wish: { event: 'moon.full' } })
    const { messages } = await findByHand({ page: 1, payload })
    const rows = messages.map((message) =>
      toByHandRow({ locale: 'id', message, now: NOW, payload }),
    )
    expect(rows).toMatchObject([{ event: 'moon.full', text: '' }])
    expect(await lookAs('owner')).toBe('the page')
  })
})

describe('The bell', () => {
  it('says the sum of the tiles, to admins and owners alone', async () => {
    await makeMany(3)
    await createMessage({ payload, wish: { state: 'opened' } })
    await createMessage({ payload, wish: { channel: 'email', state: 'dead' } })
    const todos = await findTodos(payload)
    expect(countUrgent(todos)).toBe(5)
    expect(todos.find(({ url }) => url === '/admin/whatsapp')?.count).toBe(4)
    for (const who of ['guest', 'customer', 'editor']) {
      expect(await htmlOf(TodoBell, who)).toBe('')
      expect(await htmlOf(TodoBoard, who)).toBe('')
    }
    for (const who of ['admin', 'owner']) {
      expect(await htmlOf(TodoBell, who)).toContain('5 perlu tindakan')
    }
    expect(await htmlOf(TodoBell, 'admin', 'en')).toContain('5 need action')
    const board = await htmlOf(TodoBoard, 'admin')
    const tiles = [...board.matchAll(/<strong>(\d+)<\/strong>/g)].map(([, count]) => Number(count))
    expect(tiles.reduce((sum, count) => sum + count, 0)).toBe(5)
    expect(board).toContain('href="/admin/whatsapp"')
  })

  it('shows no number when nothing needs action', async () => {
    const html = await htmlOf(TodoBell, 'admin')
    expect(html).toContain('Tidak ada yang perlu tindakan')
    expect(html).not.toContain('lunas-bell__count')
  })

  it('counts to 99 in sight and beyond in words', async () => {
    await queryRows(
      payload,
      sql`insert into notifications (id, key, event, state, channel, recipient_address, recipient_name,
          recipient_kind, locale, subject_type, subject_id, attempts, params)
        select gen_random_uuid(), 'many:' || n, 'order.placed', 'dead', 'email', 'a@contoh.id', 'A',
          'customer', 'id', 'order', n::text, 1, '{}' from generate_series(1, 120) as n`,
    )
    const html = await htmlOf(TodoBell, 'owner')
    expect(html).toContain('120 perlu tindakan')
    expect(html).toContain('99+')
  })
})
