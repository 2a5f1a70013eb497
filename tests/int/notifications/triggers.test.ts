import { beforeAll, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { messageCatalogue } from '@/plugin/notifications/messages'
import { createCustomer } from '../../factories/customer'
import { readReviews } from '../../support/books'
import { useChatDesk } from '../../support/chatDesk'
import { newPhone } from '../../support/chatVendor'
import { newReader } from '../../support/optOutDoor'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { type Buyer, makeTriggers, type OrderEvent, payPart, type Story } from './triggers'

const STAFF = ['satu@lunas.test', 'dua@lunas.test']

const { inUse, office, vendor } = await useChatDesk({ MAIL_ADMIN: STAFF.join(',') })

type Row = { address: string; channel: string; event: string; id: string; state: string }

const triggers = makeTriggers(inUse)
const events = Object.keys(triggers) as OrderEvent[]

const readAbout = ({ token }: Story): Promise<Row[]> =>
  queryRows(
    inUse.shop.payload,
    sql`select n.id, n.event, n.channel, n.recipient_address as address, n.state
      from notifications n join orders o on o.id::text = n.subject_id
      where o.token = ${token} order by n.id`,
  )

const lineOf = ({ address, channel, event }: Omit<Row, 'id' | 'state'>): string =>
  `${event} → ${address} by ${channel}`

/** Whom the catalogue names, and the way that it prefers. */
const expectedOf = (event: OrderEvent, buyer: Buyer): string[] => {
  const { audience, channels, inApp, isLegalNotice } = messageCatalogue[event]
  if (audience === 'staff') {
    return STAFF.map((address) => lineOf({ address, channel: 'email', event }))
  }
  const { address, headers } = buyer
  const ways = [isLegalNotice ? 'email' : channels[0], ...(inApp && headers ? ['inApp'] : [])]
  return ways.map((channel) => lineOf({ address, channel: String(channel), event }))
}

/** How often a message really arrived, at the mail server or at Meta. */
const countArrived = ({ address, channel, id }: Row): number =>
  channel === 'whatsapp'
    ? vendor.control.messages().filter(({ reference }) => reference === id).length
    : office.inbox.find({ to: address }).filter(({ raw }) => raw.includes(`<${id}@`)).length

const newGuest = (): Promise<Buyer> => Promise.resolve({ address: newReader(), phone: newPhone() })

const newCustomer = async (): Promise<Buyer> => {
  const guest = await newGuest()
  const wish = { email: guest.address }
  const { email, password } = await createCustomer({ payload: inUse.shop.payload, wish })
  const body = { email, password }
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
  return { ...guest, headers: { authorization: `JWT ${json.token}` } }
}

describe.each([
  ['a guest', newGuest],
  ['a customer with an account', newCustomer],
])('To %s', (_who, newBuyer) => {
  it.each(events)(
    '%s is told once to whom the catalogue names, however often its cause comes',
    async (event) => {
      const { again, fire, tells } = triggers[event]
      const buyer = await newBuyer()
      const story = await fire(buyer)
      const rows = await readAbout(story)
      const expected = tells.flatMap((told) => expectedOf(told, buyer)).sort()
      expect(tells).toContain(event)
      expect(rows.map(lineOf).sort()).toEqual(expected)
      await again(story)
      await office.deliver()
      await again(story)
      await office.deliver()
      const later = await readAbout(story)
      expect(later).toEqual(rows.map((row) => ({ ...row, state: 'sent' })))
      const sent = later.filter(({ channel }) => channel !== 'inApp')
      expect(sent.map(countArrived)).toEqual(sent.map(() => 1))
    },
  )
})

describe('Money that an admin credits', () => {
  let headers: Record<string, string>
  beforeAll(async () => {
    ;({ headers } = await logInAs(inUse.shop, 'admin'))
  })

  it('is told to the buyer once, though ten decisions come at once', async () => {
    const buyer = await newGuest()
    const story = await payPart(inUse, buyer)
    const [review] = await readReviews(inUse.shop.payload, story.token)
    const path = `/api/money-reviews/${review?.id}/decision`
    const body = { decision: 'credit', reason: 'Disepakati lewat telepon' }
    const decide = () => callShop(inUse.shop, path, { body, headers })
    const answers = await Promise.all(Array.from({ length: 10 }, decide))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const lines = (await readAbout(story)).map(lineOf)
    expect(lines.filter((line) => line.startsWith('payment.received →'))).toEqual(
      expectedOf('payment.received', buyer),
    )
  })
})
