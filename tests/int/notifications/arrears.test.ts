import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

import { parseMail } from '@/dev/mail/mime'
import { queryRows, runInTransaction, sql } from '@/plugin/kernel/payload'
import {
  type MessageChoice,
  type QueuedMessage,
  queueMessages,
  saveChoice,
} from '@/plugin/notifications'
import { notificationsRuntime } from '@/plugin/notifications/runtime'
import { listWantedTemplates } from '@/plugin/notifications/chat/templates'
import { arrearsSamples } from '@/plugin/notifications/messages/arrearsSamples'
import { type Told, useChatDesk } from '../../support/chatDesk'
import { newPhone } from '../../support/chatVendor'
import { newReader } from '../../support/optOutDoor'

const { inUse, office, vendor } = await useChatDesk()

/** Whether the reason for a claim still holds is proven with the arrears themselves; here there are none. */
beforeAll(() => {
  Object.assign(notificationsRuntime.get(inUse.shop.payload), { stillWanted: {} })
})

/** Meta refuses a template that is filled with more or fewer words than it has blanks. */
beforeAll(() => {
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

const newTold = (): Told => ({ address: newReader(), phone: newPhone() })

const recipientOf = ({ address, phone }: Told) =>
  ({ address, kind: 'customer', locale: 'id', name: 'Budi', phone }) as const

const queue = async (message: QueuedMessage): Promise<void> => {
  const { payload } = inUse.shop
  await runInTransaction(payload, (tx) => queueMessages({ messages: [message], tx }))
}

const notify = (told: Told, changes: { step?: string; text?: string } = {}): Promise<void> =>
  queue({
    event: 'overdue.notice',
    params: { ...arrearsSamples['overdue.notice'], ...changes },
    recipient: recipientOf(told),
    step: changes.step ?? 'satu',
    subject: { id: `order-of-${told.address}`, type: 'order' },
    ways: ['email', 'whatsapp'],
  })

const choose = (told: Told, choice: MessageChoice) =>
  saveChoice({ address: told.address, choice, payload: inUse.shop.payload })

const deliveredTo = async ({ address }: Told): Promise<string[]> => {
  await office.deliver()
  const rows = await queryRows<{ channel: string; state: string }>(
    inUse.shop.payload,
    sql`select channel, state from notifications where recipient_address = ${address}
      order by channel`,
  )
  return rows.map(({ channel, state }) => `${channel} ${state}`)
}

const chatsTo = ({ phone }: Told) =>
  vendor.control.messages().filter(({ number }) => number === phone.slice(1))

const mailsTo = ({ address }: Told) => office.inbox.find({ to: address })

describe('A notice that an admin sends by hand', () => {
  it('goes by e-mail and by WhatsApp, and carries his words in both', async () => {
    const told = newTold()
    const text = `Mohon hubungi ${randomUUID()}`
    await notify(told, { text })
    expect(await deliveredTo(told)).toEqual(['email sent', 'whatsapp sent'])
    expect(chatsTo(told).map(({ template }) => template)).toEqual([
      {
        language: 'id',
        name: 'overdue_notice',
        parameters: ['Halo Budi Santoso,', 'HZ-000123', 'Rp1.250.000', '28 November 2026', text],
      },
    ])
    expect(mailsTo(told).map(({ raw }) => parseMail(raw).text?.includes(text))).toEqual([true])
  })

  it('reaches also those who want to hear nothing that is for them to choose', async () => {
    const told = newTold()
    await choose(told, { channel: 'email', wantsOptional: false })
    await notify(told)
    expect(await deliveredTo(told)).toEqual(['email sent', 'whatsapp sent'])
  })

  it('is sent once however often it is sent again, and again as a notice of its own', async () => {
    const told = newTold()
    await Promise.all([notify(told), notify(told), notify(told)])
    await deliveredTo(told)
    await notify(told)
    await notify(told, { step: 'dua' })
    expect(await deliveredTo(told)).toHaveLength(4)
    expect(chatsTo(told)).toHaveLength(2)
    expect(mailsTo(told)).toHaveLength(2)
  })

  it('goes by e-mail alone, and once, when WhatsApp refuses it', async () => {
    const told = newTold()
    vendor.control.addFault({ kind: 'notOnWhatsapp', to: told.phone.slice(1) })
    await notify(told)
    expect(await deliveredTo(told)).toEqual(['email sent', 'whatsapp dead'])
    expect(mailsTo(told)).toHaveLength(1)
  })
})

describe('A reminder of an instalment', () => {
  const remind = (told: Told, event: 'instalment.dueToday' | 'instalment.reminder') =>
    queue({
      event,
      params: arrearsSamples[event],
      recipient: recipientOf(told),
      step: '4/remind2',
      subject: { id: `order-of-${told.address}`, type: 'order' },
    } as QueuedMessage)

  it.each(['instalment.reminder', 'instalment.dueToday'] as const)(
    'goes by WhatsApp, with its day: %s',
    async (event) => {
      const told = newTold()
      await remind(told, event)
      expect(await deliveredTo(told)).toEqual(['whatsapp sent'])
      expect(chatsTo(told)[0]?.template?.parameters).toEqual([
        'Halo Budi Santoso,',
        'HZ-000123',
        'Rp1.250.000',
        '28 November 2026',
      ])
    },
  )

  it.each([
    ['email', ['email sent']],
    ['both', ['email sent', 'whatsapp sent']],
  ] as const)('goes the way that its reader chose: %s', async (channel, states) => {
    const told = newTold()
    await choose(told, { channel, wantsOptional: true })
    await remind(told, 'instalment.reminder')
    expect(await deliveredTo(told)).toEqual(states)
  })

  it('is not sent to whoever does not want to be reminded', async () => {
    const told = newTold()
    await choose(told, { channel: 'auto', wantsOptional: false })
    await remind(told, 'instalment.reminder')
    expect(await deliveredTo(told)).toEqual([])
  })
})

describe('What a customer must be told', () => {
  it.each(['instalment.issued', 'instalment.late', 'overdue.choice', 'overdue.warning'] as const)(
    'goes by e-mail, whatever he chose, without a way to switch it off: %s',
    async (event) => {
      const told = newTold()
      await choose(told, { channel: 'whatsapp', wantsOptional: false })
      await queue({
        event,
        params: arrearsSamples[event],
        recipient: recipientOf(told),
        subject: { id: `order-of-${told.address}`, type: 'order' },
      } as QueuedMessage)
      expect(await deliveredTo(told)).toEqual(['email sent'])
      const [mail] = mailsTo(told)
      expect(mail?.headers.map(({ name }) => name)).not.toContain('List-Unsubscribe')
    },
  )
})
