import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { createCustomer } from '../../factories/customer'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

type Headers = Record<string, string>

const inUse = useShop()
let admin: Headers
let budi: Headers

const say = (id: string, word: 'bounced' | 'resend', headers: Headers = admin) =>
  callShop(inUse.shop, `/api/messages/${id}/${word}`, { body: {}, headers })

/** The mail about a new order, in this state. */
const findMail = async (state: string, channel = 'email'): Promise<string> => {
  const { payload } = inUse.shop
  const order = await inUse.buyer.place({ headers: budi })
  const [row] = await queryRows<{ id: string }>(
    payload,
    sql`update notifications set state = ${state}, sent_at = now() where channel = ${channel}
      and subject_id = (select id::text from orders where token = ${order.token}) returning id`,
  )
  return row?.id ?? ''
}

const read = async (id: string) => {
  const [row] = await queryRows<{ error: null | string; state: string }>(
    inUse.shop.payload,
    sql`select state, last_error as error from notifications where id = ${id}`,
  )
  return row
}

beforeAll(async () => {
  admin = (await logInAs(inUse.shop, 'admin')).headers
  const { email, password } = await createCustomer({ payload: inUse.shop.payload })
  const body = { email, password }
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
  budi = { authorization: `JWT ${json.token}` }
})

describe('A mail that came back', () => {
  it('is undeliverable once an admin says so, and can be sent again', async () => {
    const id = await findMail('sent')
    expect((await say(id, 'bounced')).status).toBe(200)
    expect(await read(id)).toEqual({ error: expect.stringMatching(/came back/), state: 'dead' })
    expect((await say(id, 'resend')).status).toBe(200)
    expect(await read(id)).toEqual({ error: null, state: 'queued' })
  })

  it('comes back once: a second word about it finds nothing', async () => {
    const id = await findMail('sent')
    const answers = await Promise.all([1, 2, 3].map(() => say(id, 'bounced')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
  })

  it('must have been a mail, and sent', async () => {
    for (const id of [await findMail('queued'), await findMail('sent', 'inApp'), randomUUID()]) {
      expect((await say(id, 'bounced')).status).toBe(404)
    }
    expect((await say('x', 'bounced')).status).toBe(400)
  })

  it('is noted by admins and owners alone', async () => {
    const id = await findMail('sent')
    const { headers: editor } = await logInAs(inUse.shop, 'editor')
    expect((await say(id, 'bounced', {})).status).toBe(401)
    for (const headers of [budi, editor]) {
      expect((await say(id, 'bounced', headers)).status).toBe(403)
    }
    expect((await read(id))?.state).toBe('sent')
  })
})
