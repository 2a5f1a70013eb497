import { afterEach, describe, expect, it } from 'vitest'

import { countRows } from '../../support/books'
import { useChatDesk } from '../../support/chatDesk'
import { drawCall, drawStatus, postCall, WEBHOOK } from '../../support/chatVendor'
import { logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { sql } from '@/plugin/kernel/payload'

const desk = await useChatDesk()
const { countMails, inUse, rowOf, settings, statesOf, tell, vendor } = desk

/** Meta tells what became of a message, in this order, and waits for each answer. */
const report = async (address: string, ...states: ('delivered' | 'failed' | 'read' | 'sent')[]) => {
  const id = (await rowOf(address)).messageId ?? ''
  for (const state of states) {
    vendor.control.move({ id, state })
    await vendor.control.idle()
  }
}

afterEach(() => {
  vendor.control.setCredentials({ verifyToken: settings.WHATSAPP_CLOUD_VERIFY })
})

describe('The question of Meta at subscription', () => {
  it('is answered with its own challenge, as plain text', async () => {
    expect(await vendor.control.subscribe()).toMatchObject({ isConfirmed: true, status: 200 })
  })

  it('is refused to whoever has another word', async () => {
    vendor.control.setCredentials({ verifyToken: 'another word' })
    expect(await vendor.control.subscribe()).toMatchObject({ isConfirmed: false, status: 403 })
  })

  it.each([
    '',
    '?hub.mode=subscribe',
    '?hub.mode=unsubscribe&hub.verify_token={word}&hub.challenge=1',
    '?hub.mode=subscribe&hub.verify_token=&hub.challenge=1',
    '?hub.mode=subscribe&hub.verify_token={word}&hub.challenge=<script>',
  ])('is refused when it is another question: %s', async (query) => {
    const word = encodeURIComponent(settings.WHATSAPP_CLOUD_VERIFY)
    const answer = await fetch(inUse.shop.url + WEBHOOK + query.replace('{word}', word))
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain('script')
  })
})

describe('A report of Meta', () => {
  it('moves the message on: sent, delivered, read; it is told once', async () => {
    const { address } = await tell()
    for (const state of ['sent', 'delivered', 'read'] as const) {
      await report(address, state)
      expect(await rowOf(address)).toMatchObject({ reported: state, state: 'sent' })
    }
    expect(await statesOf(address)).toEqual(['whatsapp sent'])
    expect(countMails(address)).toBe(0)
  })

  it('of a failure sends the e-mail instead, once, however often it comes', async () => {
    const { address } = await tell()
    await report(address, 'failed', 'failed')
    expect(await statesOf(address)).toEqual(['whatsapp dead', 'email sent'])
    await report(address, 'failed')
    expect(await statesOf(address)).toEqual(['whatsapp dead', 'email sent'])
    expect(countMails(address)).toBe(1)
  })

  it('of a failure after it had left WhatsApp’s server sends the e-mail, too', async () => {
    const { address } = await tell()
    await report(address, 'sent', 'failed')
    expect(await statesOf(address)).toEqual(['whatsapp dead', 'email sent'])
  })

  it('of a failure is believed again when an admin has sent the message again', async () => {
    const { headers } = await logInAs(inUse.shop, 'admin')
    const { address } = await tell()
    await report(address, 'failed')
    const { id } = await rowOf(address)
    const path = `/api/messages/${id}/resend`
    expect((await callShop(inUse.shop, path, { body: {}, headers })).status).toBe(200)
    expect(await statesOf(address)).toEqual(['whatsapp sent', 'email sent'])
    await report(address, 'failed')
    expect(await statesOf(address)).toEqual(['whatsapp dead', 'email sent'])
  })

  it('of a failure that twenty servers tell at once sends one e-mail', async () => {
    const { address } = await tell()
    const { messageId } = await rowOf(address)
    const call = drawCall({ statuses: [drawStatus({ id: messageId, status: 'failed' })] })
    const answers = await Promise.all(Array.from({ length: 20 }, () => postCall(inUse, call)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(await statesOf(address)).toEqual(['whatsapp dead', 'email sent'])
    expect(countMails(address)).toBe(1)
  })

  it.each([
    ['a failure after it was read', ['read', 'failed'], 'read'],
    ['a failure after it was delivered', ['delivered', 'failed'], 'delivered'],
    ['the order turned round', ['read', 'delivered', 'sent'], 'read'],
  ] as const)('takes nothing back: %s', async (_what, states, kept) => {
    const { address } = await tell()
    await report(address, ...states)
    expect(await statesOf(address)).toEqual(['whatsapp sent'])
    expect((await rowOf(address)).reported).toBe(kept)
  })

  it('of success after a failure does not bring the message back, nor a second e-mail', async () => {
    const { address } = await tell()
    await report(address, 'failed', 'sent', 'delivered', 'read')
    expect(await statesOf(address)).toEqual(['whatsapp dead', 'email sent'])
    expect(countMails(address)).toBe(1)
  })

  it.each(['duplicateStatus', 'reversedStatuses'] as const)('may come by %s', async (kind) => {
    vendor.control.configure({ progress: 'read' })
    vendor.control.addFault({ kind })
    const { address } = await tell()
    await vendor.control.idle()
    expect(await statesOf(address)).toEqual(['whatsapp sent'])
    expect((await rowOf(address)).reported).toBe('read')
  })

  it('settles a message whose answer was lost, which is then not said again', async () => {
    vendor.control.addFault({ kind: 'drop', takesEffect: true })
    const { address, phone } = await tell()
    expect(await statesOf(address)).toEqual(['whatsapp unknown'])
    const [message] = vendor.control.messages({ number: phone.slice(1) })
    vendor.control.move({ id: message?.id ?? '', state: 'delivered' })
    await vendor.control.idle()
    expect(await rowOf(address)).toMatchObject({ messageId: message?.id, state: 'sent' })
    expect(vendor.control.messages({ number: phone.slice(1) })).toHaveLength(1)
  })

  it.each([
    ['no message of ours', drawCall({ statuses: [drawStatus({ status: 'failed' })] })],
    [
      'no reference of ours',
      drawCall({ statuses: [drawStatus({ biz_opaque_callback_data: 'x' })] }),
    ],
    ['another number', drawCall({ statuses: [drawStatus({})] }, '999')],
    ['a state that is new to us', drawCall({ statuses: [drawStatus({ status: 'played' })] })],
    ['nothing at all', drawCall({})],
  ])('about %s is taken, and changes nothing', async (_what, call) => {
    const { address } = await tell()
    const before = await rowOf(address)
    expect(await postCall(inUse, call)).toMatchObject({ json: { ok: true }, status: 200 })
    expect(await rowOf(address)).toEqual(before)
    expect(
      await countRows(
        inUse.shop.payload,
        sql`notifications where state = 'dead'
      and message_id = 'wamid.stranger'`,
      ),
    ).toBe(0)
  })
})
