import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { slugsOf } from '@/plugin/kernel/payload'

/** An account with the password that opens it. */
export type MadeAccount = { email: string; id: string; password: string }

/** What a test says about a customer; the rest is filled in. */
export type CustomerWish = Partial<Record<'email' | 'locale' | 'name' | 'notes' | 'phone', string>>

/** Stores a customer of its own address. */
export const createCustomer = async (args: {
  payload: Payload
  wish?: CustomerWish | undefined
}): Promise<MadeAccount> => {
  const { payload, wish = {} } = args
  const email = wish.email ?? `p-${randomUUID().slice(0, 13)}@lunas.test`
  const password = randomUUID()
  const doc = await payload.create({
    collection: slugsOf(payload).customers,
    data: {
      name: 'Budi Santoso',
      locale: 'id',
      phone: '081234567890',
      ...wish,
      email,
      password,
    } as never,
    depth: 0,
    overrideAccess: true,
  })
  return { id: String(doc.id), email, password }
}
