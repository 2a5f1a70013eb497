import type { Labels } from '../kernel/errors'
import type { StaffRole } from '../kernel/payload'

/** The three roles, weakest first. Each may do all that the one before it may. */
export const STAFF_ROLES: Record<StaffRole, Labels> = {
  editor: { en: 'Editor: products, pages, pictures', id: 'Editor: produk, halaman, gambar' },
  admin: { en: 'Admin: orders, payments, customers', id: 'Admin: pesanan, pembayaran, pelanggan' },
  owner: { en: 'Owner: everything', id: 'Pemilik: semuanya' },
}

/** Whether losing this person or this role would leave the shop without an owner. */
export const leavesNoOwner = (args: {
  before: { role?: unknown }
  /** The role afterwards; null when the account goes. */
  nextRole: unknown
  otherOwners: number
}): boolean => args.before.role === 'owner' && args.nextRole !== 'owner' && args.otherOwners === 0
