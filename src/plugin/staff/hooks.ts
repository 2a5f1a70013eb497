import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'

import { APIError } from 'payload'

import { getAdapter, sql } from '../kernel/payload'
import { leavesNoOwner } from './roles'

type StaffRow = { id?: string; role?: unknown }

/** Two owners who demote each other at once must not both succeed: they queue here. */
const lockOwners = async (req: PayloadRequest): Promise<void> => {
  const adapter = getAdapter(req.payload)
  const session = adapter.sessions[String(await req.transactionID)]
  await session?.db.execute(sql`select pg_advisory_xact_lock(hashtext('lunas:last-owner'))`)
}

const countOtherOwners = async (args: {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
}): Promise<number> => {
  const { collection, id, req } = args
  const { totalDocs } = await req.payload.count({
    collection,
    overrideAccess: true,
    req,
    where: { and: [{ role: { equals: 'owner' } }, { id: { not_equals: id } }] },
  })
  return totalDocs
}

const assertOwnerRemains = async (args: {
  before: StaffRow
  collection: CollectionSlug
  nextRole: unknown
  req: PayloadRequest
}): Promise<void> => {
  const { before, collection, nextRole, req } = args
  if (!leavesNoOwner({ before, nextRole, otherOwners: 0 })) {
    return
  }
  await lockOwners(req)
  const otherOwners = await countOtherOwners({ id: String(before.id), collection, req })
  if (leavesNoOwner({ before, nextRole, otherOwners })) {
    throw new APIError(
      req.i18n.language === 'en'
        ? 'The shop must keep at least one owner.'
        : 'Toko harus memiliki sedikitnya satu pemilik.',
      409,
      null,
      true,
    )
  }
}

/** The last owner keeps the role. */
export const keepLastOwnerRole: CollectionBeforeChangeHook = async (args) => {
  const { collection, data, operation, originalDoc, req } = args
  const before = (originalDoc ?? {}) as StaffRow
  const nextRole = 'role' in data ? (data.role as unknown) : before.role
  if (operation === 'update') {
    await assertOwnerRemains({ before, collection: collection.slug, nextRole, req })
  }
  return data
}

/** The last owner's account stays. */
export const keepLastOwner: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  const before = (await req.payload.findByID({
    id,
    collection: collection.slug,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req,
  })) as null | StaffRow
  if (before) {
    await assertOwnerRemains({ before, collection: collection.slug, nextRole: null, req })
  }
}
