import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { notificationsRuntime } from '@/plugin/notifications'
import { createMessage, type MessageWish } from '../../factories/message'
import { type Caller, gatherCallers, type Knock } from '../../support/access/callers'
import { bootShop } from '../../support/shop'

type Result = { id: string; outcome: string }

let payload: Payload
let knock: Knock

beforeAll(async () => {
  payload = (await bootShop()).payload
  knock = (await gatherCallers(payload)).knock
})

const make = (wish: MessageWish = {}): Promise<string> => createMessage({ payload, wish })

const mark = (as: Caller, body: object, locale = 'id') =>
  knock({ as, body, method: 'POST', path: `/messages/sent?locale=${locale}` })

const markIds = async (as: Caller, ids: readonly string[]): Promise<Result[]> =>
  (await mark(as, { ids })).body.results as Result[]

const stateOf = async (id: string): Promise<{ isDated: boolean; state: string } | undefined> =>
  (
    await queryRows<{ isDated: boolean; state: string }>(
      payload,
      sql`select state, sent_at is not null as "isDated" from notifications where id = ${id}`,
    )
  )[0]

describe('Marking messages as sent together', () => {
  it('is for admins and owners; nobody else changes anything', async () => {
    const id = await make()
    const answers: Record<string, unknown> = {}
    for (const as of ['guest', 'customer A', 'editor'] as const) {
      const { body, status } = await mark(as, { ids: [id] })
      answers[as] = [status, (body.errors as { code: string }[])[0]?.code]
    }
    expect(answers).toEqual({
      'customer A': [403, 'auth.forbidden'],
      editor: [403, 'auth.forbidden'],
      guest: [401, 'auth.required'],
    })
    expect(await stateOf(id)).toEqual({ isDated: false, state: 'manual' })
    expect(await markIds('admin', [id])).toEqual([{ id, outcome: 'sent' }])
    expect(await stateOf(id)).toEqual({ isDated: true, state: 'sent' })
    const other = await make()
    expect(await markIds('owner', [other])).toEqual([{ id: other, outcome: 'sent' }])
  })

  it('says of each what became of it, in the order asked, and touches only what waits', async () => {
    const waiting = await make()
    const opened = await make({ state: 'opened' })
    const sent = await make({ state: 'sent' })
    const mail = await make({ channel: 'email', state: 'sent' })
    const queued = await make({ state: 'queued' })
    const dead = await make({ state: 'dead' })
    const dropped = await make({ state: 'dropped' })
    const unknown = randomUUID()
    const ids = [mail, opened, unknown, sent, queued, waiting, dead, dropped]
    expect(await markIds('admin', ids)).toEqual([
      { id: mail, outcome: 'notWaiting' },
      { id: opened, outcome: 'sent' },
      { id: unknown, outcome: 'notFound' },
      { id: sent, outcome: 'alreadySent' },
      { id: queued, outcome: 'notWaiting' },
      { id: waiting, outcome: 'sent' },
      { id: dead, outcome: 'notWaiting' },
      { id: dropped, outcome: 'notWaiting' },
    ])
    expect((await stateOf(queued))?.state).toBe('queued')
    expect((await stateOf(dead))?.state).toBe('dead')
    expect((await stateOf(dropped))?.state).toBe('dropped')
    expect(await stateOf(sent)).toEqual({ isDated: false, state: 'sent' })
  })

  it('answers a repeated id once, and says twice the same without harm', async () => {
    const id = await make({ state: 'opened' })
    expect(await markIds('admin', [id, id, id.toUpperCase()])).toEqual([{ id, outcome: 'sent' }])
    expect(await markIds('admin', [id])).toEqual([{ id, outcome: 'alreadySent' }])
  })

  it('by many people at once marks each message once and hangs nobody', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => make({ state: 'opened' })))
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        markIds('admin', at % 2 === 0 ? ids : [...ids].reverse()),
      ),
    )
    const sent = answers.flat().filter(({ outcome }) => outcome === 'sent')
    expect(sent.map(({ id }) => id).sort()).toEqual([...ids].sort())
    expect(new Set(answers.flat().map(({ outcome }) => outcome))).toEqual(
      new Set(['sent', 'alreadySent']),
    )
  })

  it('takes one to a hundred ids and nothing else', async () => {
    const hundred = Array.from({ length: 100 }, () => randomUUID())
    expect((await mark('admin', { ids: hundred })).status).toBe(200)
    const wrong: object[] = [
      {},
      { ids: [] },
      { ids: 'all' },
      { ids: [...hundred, randomUUID()] },
      { ids: ["' or true --"] },
      { ids: [null] },
      { ids: hundred, state: 'sent' },
    ]
    for (const body of wrong) {
      const answer = await mark('admin', body)
      expect(answer.status, JSON.stringify(body).slice(0, 60)).toBe(400)
    }
    const messages = await Promise.all(
      ['id', 'en'].map(async (locale) => {
        const { body } = await mark('admin', { ids: [] }, locale)
        return (body.errors as { message: string }[])[0]?.message
      }),
    )
    expect(messages[0]).toContain('Ada isian')
    expect(messages[1]).toContain('Something in the form')
  })
})

describe('Opening a message to send it by hand', () => {
  const open = (id: string) =>
    knock({ as: 'admin', body: {}, method: 'POST', path: `/messages/${id}/open` })

  it('leads to WhatsApp with the text ready', async () => {
    const id = await make()
    const { body, status } = await open(id)
    expect(status).toBe(200)
    expect(body.url).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=/)
    expect((await stateOf(id))?.state).toBe('opened')
  })

  it('sends nothing in a shop that has changed to another way; it can still be marked', async () => {
    const id = await make()
    const runtime = notificationsRuntime.get(payload)
    const { chat } = runtime
    const send = vi.fn(chat.send)
    runtime.chat = { ...chat, id: 'cloud', send }
    const { body, status } = await open(id)
    runtime.chat = chat
    expect([status, (body.errors as { code: string }[])[0]?.code]).toEqual([
      409,
      'message.notByHand',
    ])
    expect(send).not.toHaveBeenCalled()
    expect((await stateOf(id))?.state).toBe('manual')
    expect(await markIds('admin', [id])).toEqual([{ id, outcome: 'sent' }])
  })
})
