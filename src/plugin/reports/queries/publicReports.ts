import type { AccessKind } from '../accessWords'

import { type SQL, sql } from '../../kernel/payload'
import { findRetestRefusal } from '../rules'
import { countRetests } from './findRetest'

/** One revision that was sent. */
export type PublicReport = {
  /** Asked for when a link is wanted. */
  id: string
  name: string
  revision: number
  /** Hexadecimal; absent while it is being built again. */
  sha256?: string
  /** Bytes; absent while it is being built again. */
  size?: number
  state: 'expired' | 'preparing' | 'ready' | 'withdrawn'
  validUntil: string
}

/** Who did what with a report; without a name it was whoever had the link of the order. */
export type PublicAccess = { at: string; by?: string; revision: number; what: AccessKind }

/** The reports of a paid analysis. */
export type PublicReports = {
  /** The newest first; the hundred last. */
  accesses: PublicAccess[]
  /** Where the password is to be had: on the page, by the account's password, or by WhatsApp alone. */
  passwordBy: 'account' | 'whatsapp'
  /** The newest first. */
  reports: PublicReport[]
  /** Whether what was mended can be looked at again, or is just now. */
  retest: 'available' | 'none' | 'over' | 'used' | 'wanted'
  /** Last instant at which a retest can be asked for. */
  retestUntil?: string
}

/** What {@link selectReports} reads. */
export type ReportsRow = {
  accesses: { at: string; by: null | string; revision: number; what: AccessKind }[]
  delivery: string
  followUpUntil: null | string
  hasAccount: boolean
  reports: {
    filename: string
    id: string
    revision: number
    sha256: null | string
    size: null | number
    state: string
    validUntil: string
  }[]
  retests: number
}

const MOST_ACCESSES = 100

const REPORTS = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'filename', r.filename,
    'revision', r.revision, 'state', r.state, 'size', r.size, 'sha256', r.sha256,
    'validUntil', r.expires_at) order by r.revision desc), '[]')
  from reports r where r.fulfilment_id = f.id and r.sent_at is not null)`

const ACCESSES = sql`(select coalesce(json_agg(x order by x.at desc), '[]') from (
  select a.at, a.what, a.by_name as by, r.revision from report_accesses a
    join reports r on r.id = a.report_id where r.fulfilment_id = f.id
    order by a.at desc limit ${sql.raw(String(MOST_ACCESSES))}) x)`

/**
 * The reports of an order item `i` of an order `o`, as a JSON expression: a {@link ReportsRow}, or null
 * before any was sent.
 */
export const selectReports = (): SQL => sql`(select json_build_object('delivery', f.state,
    'followUpUntil', f.follow_up_until, 'hasAccount', o.customer_id is not null,
    'retests', ${countRetests(sql`f.id`)}, 'reports', ${REPORTS}, 'accesses', ${ACCESSES})
  from fulfilments f where f.order_item_id = i.id and f.kind = 'security-analysis'
    and exists (select 1 from reports r where r.fulfilment_id = f.id and r.sent_at is not null))`

const toState = (state: string, isOver: boolean): PublicReport['state'] => {
  if (state === 'withdrawn') {
    return state
  }
  if (isOver) {
    return 'expired'
  }
  return state === 'ready' ? 'ready' : 'preparing'
}

const toReport = (row: ReportsRow['reports'][number], now: Date): PublicReport => {
  const { filename: name, id, revision, sha256, size, validUntil } = row
  const state = toState(row.state, new Date(validUntil) <= now)
  return {
    id,
    name,
    revision,
    ...(state === 'ready' && sha256 && size !== null ? { sha256, size } : {}),
    state,
    validUntil: new Date(validUntil).toISOString(),
  }
}

const toRetest = (
  row: ReportsRow,
  args: { allowed: number; now: Date },
): PublicReports['retest'] => {
  const { delivery, followUpUntil, retests: used } = row
  const { allowed, now } = args
  if (delivery === 'retest') {
    return 'wanted'
  }
  if (delivery !== 'reported' || allowed === 0) {
    return 'none'
  }
  const until = followUpUntil === null ? null : new Date(followUpUntil)
  return findRetestRefusal({ allowed, followUpUntil: until, used }, now) ?? 'available'
}

/** The projection of the reports of an item that its buyer may see; null before any was sent. */
export const toPublicReports = (
  row: null | ReportsRow,
  args: { allowed: number; now: Date },
): null | PublicReports => {
  if (!row) {
    return null
  }
  const retest = toRetest(row, args)
  const { followUpUntil } = row
  return {
    accesses: row.accesses.map(({ at, by, revision, what }) => ({
      at: new Date(at).toISOString(),
      ...(by === null ? {} : { by }),
      revision,
      what,
    })),
    passwordBy: row.hasAccount ? 'account' : 'whatsapp',
    reports: row.reports.map((report) => toReport(report, args.now)),
    retest,
    ...(retest === 'available' && followUpUntil
      ? { retestUntil: new Date(followUpUntil).toISOString() }
      : {}),
  }
}
