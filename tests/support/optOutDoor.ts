import { randomUUID } from 'node:crypto'

import { queryRows, sql } from '@/plugin/kernel/payload'
import { findChoice, signOptOut } from '@/plugin/notifications'
import { testEnvironment } from './environment'
import { type Answer, callShop } from './purchase'
import type { ShopInUse } from './useShop'

const secret = testEnvironment.PAYLOAD_SECRET

/** An address of which the shop knows nothing yet. */
export const newReader = (): string => `baca-${randomUUID().slice(0, 8)}@contoh.id`

/** The word in the mails to this address. */
export const wordOf = (address: string): string => signOptOut({ address, secret })

/** The path behind the one-click button in the mails to this address. */
export const doorOf = (address: string): string => `/api/shop/opt-out/${wordOf(address)}`

/** What mail programs do at the door, and what the shop then knows. */
export const makeOptOutDoor = (inUse: ShopInUse) => ({
  countChoices: async (): Promise<number> => {
    const count = sql`select count(*)::int as n from message_choices`
    return (await queryRows<{ n: number }>(inUse.shop.payload, count))[0]?.n ?? -1
  },
  /** What a mail program sends when its reader presses "Unsubscribe" (RFC 8058 §3.2). */
  press: (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
    callShop(inUse.shop, path, {
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      method: 'POST',
      raw: 'List-Unsubscribe=One-Click',
    }),
  wantsOptional: async (address: string): Promise<boolean> =>
    (await findChoice({ address, payload: inUse.shop.payload })).wantsOptional,
})
