import { randomUUID } from 'node:crypto'

import type { Payload } from 'payload'

import { slugsOf, type StaffRole } from '@/plugin/kernel/payload'

import type { MadeAccount } from './customer'

/** Stores a member of the staff. */
export const createStaff = async (args: {
  payload: Payload
  role: StaffRole
}): Promise<MadeAccount> => {
  const email = `${args.role}-${randomUUID().slice(0, 13)}@lunas.test`
  const password = randomUUID()
  const doc = await args.payload.create({
    collection: slugsOf(args.payload).staff,
    data: { name: `Staf ${args.role}`, email, password, role: args.role } as never,
    depth: 0,
    overrideAccess: true,
  })
  return { id: String(doc.id), email, password }
}
