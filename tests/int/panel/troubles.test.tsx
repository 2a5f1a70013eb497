import type { Payload } from 'payload'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { isWorkerSeen, startWorker, type Worker } from '@/plugin/kernel/queue'
import { clock, startOfWibDay, wibDayOf } from '@/plugin/kernel/time'
import { watchTask } from '@/plugin/notifications'
import { TodoBell } from '@/plugin/orders/admin/TodoBell'
import { TodoBoard } from '@/plugin/orders/admin/TodoBoard'
import { createMessage, type MessageWish } from '../../factories/message'
import { createStaff } from '../../factories/staff'
import { bootShop } from '../../support/shop'

const HOUR_MS = 3_600_000
const NOON = startOfWibDay(wibDayOf(new Date())).getTime() + 12 * HOUR_MS

let payload: Payload
const users: Record<string, unknown> = {}
let worker: undefined | Worker

beforeAll(async () => {
  payload = (await bootShop()).payload
  for (const role of ['admin', 'editor'] as const) {
    const { email, password } = await createStaff({ payload, role })
    const { token } = await payload.login({ collection: 'staff', data: { email, password } })
    const headers = new Headers({ authorization: `JWT ${token}` })
    users[role] = (await payload.auth({ headers })).user
  }
})

beforeEach(async () => {
  clock.freeze(new Date(NOON))
  await queryRows(payload, sql`delete from notifications`)
})

afterEach(async () => {
  clock.release()
  await worker?.stop()
  worker = undefined
})

const goToWork = async (): Promise<void> => {
  const connectionString = process.env.DATABASE_URL ?? ''
  worker = await startWorker({ connectionString, crons: [], payload, tasks: [watchTask] })
  // It registers on a connection of its own, a moment after it is ready.
  await vi.waitFor(async () => expect(await isWorkerSeen({ payload })).toBe(true), 5_000)
}

const see = async (part: typeof TodoBell, language = 'id', who = 'admin'): Promise<string> => {
  const props = { i18n: { language }, payload, user: users[who] }
  const element = await part(props as unknown as Parameters<typeof TodoBell>[0])
  return element ? renderToStaticMarkup(element) : ''
}

const wait = (hours: number, wish: MessageWish = {}): Promise<string> => {
  const createdAt = new Date(NOON - hours * HOUR_MS)
  return createMessage({ payload, wish: { channel: 'email', createdAt, state: 'queued', ...wish } })
}

describe('The board of the panel', () => {
  it('says that no worker is at work, in both languages, as soon as nobody is', async () => {
    expect(await see(TodoBoard)).toContain('Worker tidak terlihat')
    expect(await see(TodoBoard, 'en')).toContain('No worker is at work')
    expect(await see(TodoBell)).toContain('1 perlu tindakan')
    await goToWork()
    expect(await see(TodoBoard)).toContain('Tidak ada yang menunggu Anda.')
    expect(await see(TodoBell)).toContain('Tidak ada yang perlu tindakan')
  })

  it('says how long the oldest mail waits and leads to all that wait', async () => {
    await goToWork()
    await wait(2.5)
    await wait(1.2, { state: 'sending' })
    const html = await see(TodoBoard)
    expect(html).toContain('Email: pesan tertahan')
    expect(html).toContain('Pesan tertua menunggu 2 jam; semuanya 2.')
    expect(html).toContain(
      'href="/admin/collections/notifications?where[and][0][channel][equals]=email&amp;where[and][1][state][in]=queued,sending"',
    )
    expect(await see(TodoBoard, 'en')).toContain(
      'The oldest has been waiting for 2 hours; 2 in all.',
    )
    expect(await see(TodoBell)).toContain('1 perlu tindakan')
  })

  it('is quiet about what waits less than an hour, for a hand, or is done', async () => {
    await goToWork()
    await wait(0.9)
    for (const state of ['sent', 'dropped', 'unknown'] as const) {
      await wait(9, { state })
    }
    await wait(9, { channel: 'whatsapp', state: 'sent' })
    expect(await see(TodoBoard)).not.toContain('tertahan')
  })

  it('counts the hours of WhatsApp from eight in the morning, and none at night', async () => {
    await goToWork()
    await wait(20, { channel: 'whatsapp' })
    expect(await see(TodoBoard)).toContain('WhatsApp: pesan tertahan')
    clock.freeze(new Date(NOON - 3.5 * HOUR_MS))
    expect(await see(TodoBoard)).not.toContain('tertahan')
    clock.freeze(new Date(NOON + 10 * HOUR_MS))
    expect(await see(TodoBoard)).not.toContain('tertahan')
  })

  it('tells editors nothing', async () => {
    await wait(5)
    expect([await see(TodoBoard, 'id', 'editor'), await see(TodoBell, 'id', 'editor')]).toEqual([
      '',
      '',
    ])
  })
})
