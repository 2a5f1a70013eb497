import { describe, expect, it } from 'vitest'

import { NOON_WIB, useChatDesk } from '../../support/chatDesk'
import { queryRows, sql } from '@/plugin/kernel/payload'

const { countMails, inUse, rowOf, statesOf, tell, vendor } = await useChatDesk()

const chatsWith = (phone: string): number =>
  vendor.control.messages({ number: phone.slice(1) }).length

/** When the message to this address is tried again, in seconds from now on. */
const waitOf = async (address: string): Promise<number> => {
  const { id } = await rowOf(address)
  const [job] = await queryRows<{ at: Date }>(
    inUse.shop.payload,
    sql`select run_at as at from graphile_worker._private_jobs where payload->>'id' = ${id}`,
  )
  return Math.round((new Date(job?.at ?? 0).getTime() - NOON_WIB.getTime()) / 1_000)
}

const comeBack = (): Promise<unknown> =>
  queryRows(
    inUse.shop.payload,
    sql`update graphile_worker._private_jobs j set run_at = now()
      from graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier like 'notifications.%'`,
  )

describe('A message that Meta does not take now', () => {
  it('because of too many (429) waits as long as Meta asks for, and is then said once', async () => {
    vendor.control.addFault({ kind: 'rateLimit' })
    const { address, phone } = await tell()
    expect(await rowOf(address)).toMatchObject({ state: 'queued' })
    expect(await waitOf(address)).toBe(30)
    await comeBack()
    expect(await statesOf(address)).toEqual(['whatsapp sent'])
    expect([chatsWith(phone), countMails(address)]).toEqual([1, 0])
  })

  it.each([
    ['500 in Meta’s own words', { kind: 'serverError' }],
    ['503 in Meta’s own words', { kind: 'serverError', status: 503 }],
    ['used-up quota', { kind: 'quota' }],
    ['a revoked token', { kind: 'revokedToken' }],
    ['a paused template', { kind: 'templatePaused' }],
  ] as const)('because of %s is tried again, and said once', async (_what, fault) => {
    vendor.control.addFault({ ...fault, times: 2 })
    const { address, phone } = await tell()
    expect(await statesOf(address)).toEqual(['whatsapp sent'])
    expect([chatsWith(phone), countMails(address)]).toEqual([1, 0])
  })
})

describe('A message of which nobody knows whether Meta took it', () => {
  it.each(['html', 'drop', 'truncate'] as const)(
    'is not said again by itself; after a quarter of an hour it goes by e-mail: %s',
    async (kind) => {
      vendor.control.addFault({ kind })
      const { address, phone } = await tell()
      const said = chatsWith(phone)
      expect(await statesOf(address)).toEqual(['whatsapp unknown'])
      expect(await waitOf(address)).toBe(15 * 60)
      await comeBack()
      await expect.poll(() => statesOf(address)).toEqual(['whatsapp dead', 'email sent'])
      expect([chatsWith(phone), countMails(address)]).toEqual([said, 1])
    },
  )
})

describe('A message that Meta will never take', () => {
  it('goes by e-mail at once', async () => {
    vendor.control.addFault({ kind: 'notOnWhatsapp' })
    const { address, phone } = await tell()
    expect(await statesOf(address)).toEqual(['whatsapp dead', 'email sent'])
    expect([chatsWith(phone), countMails(address)]).toEqual([0, 1])
  })
})
