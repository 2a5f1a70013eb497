import { beforeAll, describe, expect, it } from 'vitest'

import { findHeader } from '@/dev/mail/mime'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { findChoice, saveChoice } from '@/plugin/notifications'
import { doorOf, makeOptOutDoor, newReader } from '../../support/optOutDoor'
import { openMailbox, usePostOffice } from '../../support/postOffice'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const { catcher, settings } = await openMailbox()
const inUse = useShop(settings)
const office = usePostOffice(inUse, catcher)

const { countChoices, press, wantsOptional } = makeOptOutDoor(inUse)

/** A payment of this buyer fails: a message that he need not get. */
const failOne = async (email: string): Promise<void> => {
  const { payment } = await inUse.buyer.checkout({ customer: { email } })
  await inUse.shop.gateway.fail({ merchantOrderId: payment.merchantOrderId, wait: true })
  await inUse.shop.idle()
}

const headersOf = (address: string, name: string): string[] =>
  catcher.inbox.find({ to: address }).map(({ headers }) => findHeader(headers, name))

const statesOf = async (address: string): Promise<string[]> => {
  const rows = await queryRows<{ event: string; state: string }>(
    inUse.shop.payload,
    sql`select event, state from notifications where recipient_address = ${address} order by event`,
  )
  return rows.map(({ event, state }) => `${event} ${state}`)
}

describe('The one-click button of a mail program', () => {
  const reader = newReader()
  let pressed = ''

  beforeAll(async () => {
    await failOne(reader)
    await office.deliver()
  })

  it('stands in an optional mail, never in a legal notice', () => {
    const [failed, placed] = headersOf(reader, 'List-Unsubscribe')
    expect(headersOf(reader, 'Subject')[0]).toMatch(/^Pembayaran/)
    expect(failed).toMatch(/^<http:\/\/127\.0\.0\.1:\d+\/api\/shop\/opt-out\/[\w.-]+>$/)
    expect(placed).toBe('')
    expect(headersOf(reader, 'List-Unsubscribe-Post')).toEqual(['List-Unsubscribe=One-Click', ''])
    pressed = new URL(failed?.slice(1, -1) ?? '').pathname
  })

  it('stops what its reader need not be told, at once and for good', async () => {
    expect(await wantsOptional(reader)).toBe(true)
    expect(await press(pressed)).toMatchObject({ json: { ok: true }, status: 200 })
    expect(await wantsOptional(reader)).toBe(false)
    await failOne(reader)
    await office.deliver()
    expect(await statesOf(reader)).toEqual([
      'order.placed sent',
      'order.placed sent',
      'payment.failed sent',
    ])
  })

  it('leaves what he must be told: receipts and confirmations still come', async () => {
    await inUse.buyer.buy({ customer: { email: reader } })
    await office.deliver()
    expect(await statesOf(reader)).toContain('payment.received sent')
  })

  it('pressed again, twenty times at once, changes nothing more', async () => {
    const before = await countChoices()
    const answers = await Promise.all(Array.from({ length: 20 }, () => press(pressed)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
    expect(await countChoices()).toBe(before)
    expect(await wantsOptional(reader)).toBe(false)
  })

  it('takes back what waits already', async () => {
    const address = newReader()
    await failOne(address)
    await press(doorOf(address))
    await office.deliver()
    expect(await statesOf(address)).toContain('payment.failed dropped')
  })

  it('keeps the channel that was chosen, for the day when the reader comes back', async () => {
    const address = newReader()
    const { payload } = inUse.shop
    await saveChoice({ address, choice: { channel: 'both' }, payload })
    await press(doorOf(address))
    expect(await findChoice({ address, payload })).toEqual({
      channel: 'both',
      wantsOptional: false,
    })
  })

  it('is about one address, however that is written, and about no other', async () => {
    const address = newReader()
    await press(doorOf(` ${address.toUpperCase()}`))
    expect(await wantsOptional(address)).toBe(false)
    expect(await wantsOptional(newReader())).toBe(true)
  })

  it.each([
    ['multipart', 'multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
    ['nothing', 'text/plain', ''],
    ['what is no JSON', 'application/json', '{'],
  ])('works whatever the mail program sends: %s', async (_what, type, raw) => {
    const address = newReader()
    const headers = { 'content-type': type }
    const { status } = await callShop(inUse.shop, doorOf(address), { headers, method: 'POST', raw })
    expect([status, await wantsOptional(address)]).toEqual([200, false])
  })
})
