import { sql, type Tx } from '../kernel/payload'

/** Somebody on the staff who is written to about orders. */
export type StaffRecipient = { address: string; name: string }

/**
 * Admins and owners: those who are told about new payments and problems. Read in the caller's
 * transaction: a second connection taken under its locks could wait for ever.
 */
export const findStaffRecipients = (tx: Pick<Tx, 'rows'>): Promise<StaffRecipient[]> =>
  tx.rows<StaffRecipient>(sql`select email as address, coalesce(name, 'Admin') as name from staff
    where role in ('admin', 'owner') order by email limit 50`)
