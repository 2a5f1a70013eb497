import { afterEach, describe, expect, it } from 'vitest'

import { queryRows, sql } from '@/plugin/kernel/payload'
import type { TaskContext } from '@/plugin/kernel/queue'
import { clock } from '@/plugin/kernel/time'
import { notificationsRuntime, watchTask } from '@/plugin/notifications'
import { newReader } from '../../support/optOutDoor'
import { logInAs } from '../../support/people'
import { openMailbox, usePostOffice } from '../../support/postOffice'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const STAFF = ['satu@lunas.test', 'dua@lunas.test']
const MINUTE_MS = 60_000

const { catcher, settings } = await openMailbox()
const inUse = useShop({
  ...settings,
  MAIL_ADMIN: STAFF.join(','),
  MESSAGE_STUCK_MINUTES: '60',
  WHATSAPP_NUMBER: '6281200001111',
})
const office = usePostOffice(inUse, catcher)

const start = Date.now()

/** What the cron does at one minute of the test's own time. */
const watchAt = async (minute: number): Promise<void> => {
  const now = new Date(start + minute * MINUTE_MS)
  clock.freeze(now)
  const { payload } = inUse.shop
  const signal = new AbortController().signal
  const context: TaskContext = { attempt: 1, jobId: '0', maxAttempts: 1, now, payload, signal }
  await watchTask.run({}, context)
}

const watchFrom = async (from: number, to: number): Promise<void> => {
  for (let minute = from; minute <= to; minute += 5) {
    await watchAt(minute)
  }
}

type Alarm = { address: string; channel: string; params: { count: number; reason: string } }

const findAlarms = (): Promise<Alarm[]> =>
  queryRows(
    inUse.shop.payload,
    sql`select recipient_address as address, channel, params from notifications
      where event = 'message.stuck' order by created_at, recipient_address, channel`,
  )

const countAlarms = async (): Promise<number> => (await findAlarms()).length

const countUnfinished = async (): Promise<number | undefined> => {
  const [row] = await queryRows<{ n: number }>(
    inUse.shop.payload,
    sql`select count(*)::int as n from notifications
      where state in ('queued', 'sending') and channel = 'email'`,
  )
  return row?.n
}

/** Mails whose first try has not ended yet, in whatever way. */
const countUntried = async (): Promise<number | undefined> => {
  const [row] = await queryRows<{ n: number }>(
    inUse.shop.payload,
    sql`select count(*)::int as n from notifications
      where state in ('queued', 'sending') and channel = 'email' and last_error is null`,
  )
  return row?.n
}

/** Tries what waits once, however that ends. */
const tryOnce = async (): Promise<void> => {
  const before = catcher.inbox.find({}).length
  await queryRows(
    inUse.shop.payload,
    sql`update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'notifications.deliver'`,
  )
  await expect.poll(countUntried, { timeout: 10_000 }).toBe(0)
  expect(catcher.inbox.find({}).length).toBe(before)
}

const order = (): Promise<unknown> => inUse.buyer.place({ customer: { email: newReader() } })

afterEach(async () => {
  clock.release()
  await catcher.setFault({ kind: 'none' })
})

describe('A mail server that refuses us for hours', () => {
  it('raises one alarm to each admin in two hours, with how many wait and what the server said', async () => {
    await catcher.setFault({ kind: '421' })
    await order()
    await order()
    await tryOnce()
    await watchFrom(5, 55)
    expect(await findAlarms()).toEqual([])
    await watchFrom(60, 125)
    const alarms = await findAlarms()
    expect(alarms.map(({ address, channel }) => [address, channel])).toEqual([
      ['dua@lunas.test', 'email'],
      ['satu@lunas.test', 'email'],
    ])
    expect(alarms[0]?.params).toMatchObject({ count: 2, reason: expect.stringContaining('421') })
  })

  it('raises a second one after six hours of the same silence, and no third before a day', async () => {
    await watchFrom(355, 370)
    expect(await countAlarms()).toBe(2 * STAFF.length)
    await watchFrom(1_420, 1_430)
    expect(await countAlarms()).toBe(2 * STAFF.length)
  })

  it('that has come back raises none: everything goes out, the alarms too', async () => {
    await office.deliver()
    expect(catcher.inbox.find({ to: STAFF[0] }).length).toBeGreaterThanOrEqual(2)
    await watchFrom(1_440, 1_500)
    expect(await countAlarms()).toBe(2 * STAFF.length)
  })

  it('again is a new silence with an alarm of its own', async () => {
    await catcher.setFault({ kind: '421' })
    await order()
    await watchFrom(65, 90)
    expect(await countAlarms()).toBe(3 * STAFF.length)
    await catcher.setFault({ kind: 'none' })
    await office.deliver()
  })

  it('is told to the shop’s telephone as well, where WhatsApp needs no hand', async () => {
    await catcher.setFault({ kind: '421' })
    await order()
    const runtime = notificationsRuntime.get(inUse.shop.payload)
    const { chat } = runtime
    runtime.chat = { ...chat, id: 'fonnte' }
    await watchAt(70)
    runtime.chat = chat
    const alarms = (await findAlarms()).slice(-3)
    expect(alarms.map(({ channel }) => channel).sort()).toEqual(['email', 'email', 'whatsapp'])
    await catcher.setFault({ kind: 'none' })
    await office.deliver()
  })
})

describe('What is no silence', () => {
  it('one mail that waits while others go out', async () => {
    const before = await countAlarms()
    const slow = newReader()
    await catcher.setFault({ kind: '451', to: slow })
    await inUse.buyer.place({ customer: { email: slow } })
    await order()
    await queryRows(
      inUse.shop.payload,
      sql`update notifications set created_at = created_at - interval '3 hours'
        where recipient_address = ${slow}`,
    )
    await expect
      .poll(() => catcher.inbox.find({}).some(({ to }) => !to.includes(slow)), { timeout: 10_000 })
      .toBe(true)
    await watchAt(30)
    expect(await countAlarms()).toBe(before)
    await catcher.setFault({ kind: 'none' })
    await office.deliver()
  })

  it('an old message that a person has just sent again', async () => {
    // What went out a moment ago may still have to be noted.
    await expect.poll(countUnfinished, { timeout: 10_000 }).toBe(0)
    const before = await countAlarms()
    // A connection that still stands would get past a greeting of 421.
    await catcher.setFault({ kind: '451' })
    const reader = newReader()
    await inUse.buyer.place({ customer: { email: reader } })
    // The first try has to be over, or it would write its own end over what follows.
    await expect.poll(countUntried, { timeout: 10_000 }).toBe(0)
    const [row] = await queryRows<{ id: string }>(
      inUse.shop.payload,
      sql`update notifications set state = 'dead', created_at = created_at - interval '3 days'
        where recipient_address = ${reader} returning id`,
    )
    await queryRows(
      inUse.shop.payload,
      sql`update notifications set sent_at = sent_at - interval '2 days' where sent_at is not null`,
    )
    const { headers } = await logInAs(inUse.shop, 'admin')
    const path = `/api/messages/${row?.id}/resend`
    expect((await callShop(inUse.shop, path, { body: {}, headers })).status).toBe(200)
    await watchAt(30)
    expect(await countAlarms()).toBe(before)
    await watchAt(70)
    expect(await countAlarms()).toBe(before + STAFF.length)
    await catcher.setFault({ kind: 'none' })
    await office.deliver()
  })
})
