import { beforeAll, describe, expect, it, vi } from 'vitest'

import { auditChain, sealTransitions } from '@/plugin/kernel/history'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
let admin: LoggedIn
let owner: LoggedIn

beforeAll(async () => {
  admin = await logInAs(inUse.shop, 'admin')
  owner = await logInAs(inUse.shop, 'owner')
})

/** The mail about a new order, made into what the test needs. */
const makeMessage = async (change: { channel: string; state: string }): Promise<string> => {
  const order = await inUse.buyer.place()
  const [row] = await queryRows<{ id: string }>(
    inUse.shop.payload,
    sql`update notifications set state = ${change.state}, channel = ${change.channel},
        recipient_phone = '+6281234567890'
      where subject_id = (select id::text from orders where token = ${order.token}) returning id`,
  )
  return row?.id ?? ''
}

const say = (id: string, word: string, { headers }: LoggedIn): Promise<{ status: number }> =>
  callShop(inUse.shop, `/api/messages/${id}/${word}`, { body: {}, headers })

type Line = { by: string; event: string; from: string; id: string; role: string; to: string }

const readHistory = (id: string): Promise<Line[]> =>
  queryRows(
    inUse.shop.payload,
    sql`select event, from_state as "from", to_state as "to", actor_label as by, actor_id as id,
      actor_role as role from transitions where machine = 'message' and subject = ${id} order by seq`,
  )

const linesOf = async (id: string): Promise<string[]> =>
  (await readHistory(id)).map(({ event, from, role, to }) => `${event} ${from} → ${to} by ${role}`)

describe('Who did what with a message', () => {
  it('is kept with name, role and time: opened by one, sent by the other', async () => {
    const id = await makeMessage({ channel: 'whatsapp', state: 'manual' })
    await say(id, 'open', admin)
    await say(id, 'open', owner)
    await say(id, 'sent', owner)
    expect(await linesOf(id)).toEqual([
      'open manual → opened by admin',
      'open opened → opened by owner',
      'markSent opened → sent by owner',
    ])
    const [first, , last] = await readHistory(id)
    expect([first?.id, last?.id]).toEqual([admin.id, owner.id])
    expect(first?.by).not.toBe('')
  })

  it('is kept when a mail came back and went out again', async () => {
    const id = await makeMessage({ channel: 'email', state: 'sent' })
    await say(id, 'bounced', admin)
    await say(id, 'resend', owner)
    expect(await linesOf(id)).toEqual([
      'bounce sent → dead by admin',
      'resend dead → queued by owner',
    ])
  })

  it('is kept of each message that was marked together, and of none that was not', async () => {
    const waiting = await makeMessage({ channel: 'whatsapp', state: 'manual' })
    const opened = await makeMessage({ channel: 'whatsapp', state: 'opened' })
    const sent = await makeMessage({ channel: 'whatsapp', state: 'sent' })
    const ids = [waiting, opened, sent]
    for (const attempt of [1, 2]) {
      const { status } = await callShop(inUse.shop, '/api/messages/sent', {
        body: { ids },
        headers: admin.headers,
      })
      expect(status, `${attempt}`).toBe(200)
    }
    expect(await linesOf(waiting)).toEqual(['markSent manual → sent by admin'])
    expect(await linesOf(opened)).toEqual(['markSent opened → sent by admin'])
    expect(await linesOf(sent)).toEqual([])
  })

  it('is kept once for each that was really done, however many press at once', async () => {
    const id = await makeMessage({ channel: 'email', state: 'dead' })
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => say(id, 'resend', at % 2 === 0 ? admin : owner)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await linesOf(id)).toHaveLength(1)
    const chat = await makeMessage({ channel: 'whatsapp', state: 'manual' })
    const opens = await Promise.all(Array.from({ length: 12 }, () => say(chat, 'open', admin)))
    expect(opens.map(({ status }) => status)).toEqual(opens.map(() => 200))
    expect(await linesOf(chat)).toHaveLength(12)
  })

  it('is sealed with the rest of the history', async () => {
    const id = await makeMessage({ channel: 'email', state: 'sent' })
    await say(id, 'bounced', admin)
    const { payload } = inUse.shop
    // A transaction that still runs anywhere on this server holds the sealing of all later ones up.
    await vi.waitFor(async () => {
      await sealTransitions({ payload })
      const [row] = await queryRows<{ n: number }>(
        payload,
        sql`select count(*)::int as n from transition_seals s join transitions t
          on t.id = s.transition_id where t.subject = ${id}`,
      )
      expect(row?.n).toBe(1)
    }, 10_000)
    expect((await auditChain(payload)).faults).toEqual([])
  })
})
