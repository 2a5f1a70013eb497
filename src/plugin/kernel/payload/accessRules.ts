import type { AccessResult, CollectionSlug, PayloadRequest, ServerProps, Where } from 'payload'

/** The two kinds of people who log in. Each auth collection names its own in `custom.audience`. */
export type Audience = 'customer' | 'staff'

/** What a staff member may do; each role may do all that the one before it may. */
export type StaffRole = 'admin' | 'editor' | 'owner'

/** What a rule sees. Collection rules and field rules both hand over at least this. */
export type AccessArgs = { req: PayloadRequest }

/** A rule that says yes or no; fits collections, fields, globals, endpoints and views alike. */
export type YesNo = (args: AccessArgs) => boolean

/** A rule that may also answer with the rows it allows. */
export type RowRule = (args: AccessArgs) => AccessResult | Promise<AccessResult>

type Person = { collection: CollectionSlug; id: number | string; role?: unknown }

const personOf = (req: PayloadRequest): null | Person => (req.user as null | Person) ?? null

/**
 * Whether the caller is staff or a customer. Read from the auth collection's `custom.audience`, so
 * that slugs stay free, and nobody passes when an override lost the mark.
 */
export const audienceOf = (req: PayloadRequest): Audience | null => {
  const person = personOf(req)
  const collection = person ? req.payload.collections[person.collection] : undefined
  const audience: unknown = collection?.config.custom?.audience
  return audience === 'staff' || audience === 'customer' ? audience : null
}

const hasRole =
  (...roles: StaffRole[]): YesNo =>
  ({ req }) =>
    audienceOf(req) === 'staff' && roles.some((role) => role === personOf(req)?.role)

/** Everybody, guests included. */
export const anyone: YesNo = () => true

/** Nobody: such rows change only inside actions, never by REST or the panel. */
export const nobody: YesNo = () => false

/** Access of a field that no door shows or takes: sealed, or of no use to anybody outside. */
export const unseen = { create: nobody, read: nobody, update: nobody }

/** Owners: staff, settings, refunds, everything below. */
export const isOwner: YesNo = hasRole('owner')

/** Admins and owners: orders, payments, customers, hosting. */
export const isAdmin: YesNo = hasRole('admin', 'owner')

/** Editors, admins and owners: products, pages, media. */
export const isEditor: YesNo = hasRole('editor', 'admin', 'owner')

type Visit = Pick<ServerProps, 'payload' | 'user'>

const asRule =
  (rule: YesNo) =>
  ({ payload, user }: Visit): boolean =>
    rule({ req: { payload, user } as PayloadRequest })

/** `isAdmin` for a component of the panel, which gets the pieces of a request instead of one. */
export const isAdminVisit = asRule(isAdmin)

/** `isOwner` for a component of the panel. */
export const isOwnerVisit = asRule(isOwner)

/** `isEditor` for a component of the panel. */
export const isEditorVisit = asRule(isEditor)

/** Anybody with a staff account and a role; may enter the panel. */
export const isStaff: YesNo = hasRole('editor', 'admin', 'owner')

/** Anybody with a customer account. */
export const isCustomer: YesNo = ({ req }) => audienceOf(req) === 'customer'

/** Somebody who is not logged in. */
export const isGuest: YesNo = ({ req }) => !req.user

const rowsOf =
  (audience: Audience) =>
  (field: string): RowRule =>
  ({ req }) =>
    audienceOf(req) === audience ? { [field]: { equals: personOf(req)?.id } } : false

/** Rows whose `field` names the logged-in customer; with `'id'`, the customer's own account. */
export const ownRows = rowsOf('customer')

/** Rows whose `field` names the logged-in staff member; with `'id'`, the own account. */
export const ownStaffRows = rowsOf('staff')

/** Published documents outside the bin: what the public sees of a collection with drafts. */
export const publishedRows: RowRule = () => {
  const published: Where = { _status: { equals: 'published' } }
  const kept: Where = { deletedAt: { exists: false } }
  return { and: [published, kept] }
}

/** Published documents, for a collection that has no bin. */
export const publishedOnly: RowRule = () => ({ _status: { equals: 'published' } })

/** Allows what any of the rules allows; rows of several rules are joined with "or". */
export const anyOf =
  (...rules: RowRule[]): RowRule =>
  async (args) => {
    const rows: Where[] = []
    for (const rule of rules) {
      const result = await rule(args)
      if (result === true) {
        return true
      }
      if (result !== false) {
        rows.push(result)
      }
    }
    return rows.length > 1 ? { or: rows } : (rows[0] ?? false)
  }

/** Allows only what every rule allows; rows of several rules are joined with "and". */
export const allOf =
  (...rules: RowRule[]): RowRule =>
  async (args) => {
    const rows: Where[] = []
    for (const rule of rules) {
      const result = await rule(args)
      if (result === false) {
        return false
      }
      if (result !== true) {
        rows.push(result)
      }
    }
    return rows.length > 1 ? { and: rows } : (rows[0] ?? true)
  }
