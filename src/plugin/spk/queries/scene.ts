import type { MeteraiMode, SpkAddress, SpkContent } from '../content'
import type { SpkLayout } from '../document/layout'
import type { Locale } from '../../kernel/errors'
import type { MeteraiReport } from '../emeterai/report'
import type { SpkState } from '../states'
import type { SpkFileKind } from '../words'

import { DomainError } from '../../kernel/errors'
import { type SQL, sql, type Tx } from '../../kernel/payload'
import { spkRuntime } from '../runtime'

/** What PIHAK KEDUA has said of himself so far; the NIK is sealed in a column of its own. */
export type SpkIdentity = {
  address?: SpkAddress
  company?: { name: string; nib: string; title: string } | null
  email: string
  name: string
  phone: string
  /** Where the agreement is made, when it is not the template's place. */
  place?: string
}

/** One thing that the customer wants corrected; `field` is empty for a remark about the whole. */
export type SpkRemark = { field: string; text: string }

/** What was frozen for the customer, with what became of it. */
export type SpkEdition = {
  agreedAt: null | string
  content: SpkContent
  contentHash: string
  edition: number
  id: string
  layout: null | SpkLayout
  remarks: null | SpkRemark[]
  revision: number
}

/** The newest file of its kind in the edition that counts; the bytes lie in the store. */
export type SpkFile = {
  analysis: unknown
  broughtBy: string
  createdAt: string
  edition: number
  fault: null | string
  id: string
  kind: SpkFileKind
  meterai: MeteraiReport | null
  mime: string
  pages: null | number
  seq: number
  serial: null | string
  sha256: string
  size: number
  storeKey: string
}

/** Everything about one agreement that decides what happens with it, read under its order's lock. */
export type SpkScene = {
  assignee: null | string
  attempts: number
  challenge: null | string
  checklist: null | Record<string, boolean>
  confirmedAt: null | string
  confirmedBy: null | string
  confirmedSha256: null | string
  /** The edition that counts; null before the first was frozen. */
  current: null | SpkEdition
  customerId: string
  customerName: string
  edition: number
  email: string
  /** When its personal data were erased. */
  erasedAt: null | string
  files: SpkFile[]
  id: string
  identity: SpkIdentity
  /** Whether any money has come in on its order, and whether nothing is left to pay. */
  isPaid: boolean
  isPaidOff: boolean
  issuedAt: null | string
  locale: Locale
  lockVersion: number
  mode: MeteraiMode
  nikKey: null | string
  nikMark: null | string
  nikMasked: null | string
  nikSealed: null | string
  number: null | string
  officialCheck: null | string
  orderId: string
  orderNumber: string
  orderState: string
  orderToken: string
  overrideReason: null | string
  phone: string
  reasons: null | string[]
  revision: number
  signBy: null | string
  state: SpkState
  templateId: null | string
  title: string
  token: string
  total: number
  vouchedBy: null | string
  wanted: null | string
}

const EDITION = sql.raw(`(select json_build_object('id', e.id, 'edition', e.edition::int,
    'revision', e.revision::int, 'content', e.content, 'contentHash', e.content_hash,
    'remarks', e.remarks, 'layout', e.layout, 'agreedAt', e.agreed_at)
  from spk_editions e where e.spk_id = s.id and e.edition = s.edition)`)

const FILES = sql.raw(`(select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind,
    'edition', f.edition::int, 'seq', f.seq::int, 'sha256', f.sha256, 'size', f.size::float8,
    'pages', f.pages::int, 'mime', f.mime, 'broughtBy', f.brought_by, 'fault', f.fault,
    'meterai', f.meterai, 'serial', f.serial, 'analysis', f.analysis, 'storeKey', f.store_key,
    'createdAt', f.created_at) order by f.kind, f.seq), '[]')
  from spk_files f where f.spk_id = s.id and f.edition = s.edition)`)

/** One agreement, in one statement; null when there is none. `s` is the SPK, `o` its order. */
export const findSpk = async (tx: Pick<Tx, 'rows'>, where: SQL): Promise<null | SpkScene> => {
  const [row] = await tx.rows<SpkScene>(sql`
    select s.id, s.state, s.number, s.mode, s.edition::int as edition, s.revision::int as revision,
      s.lock_version::int as "lockVersion", s.attempts::int as attempts, s.identity, s.nik_masked as "nikMasked",
      s.nik_sealed as "nikSealed", s.nik_key as "nikKey", s.nik_mark as "nikMark", s.wanted, s.reasons,
      s.checklist, s.override_reason as "overrideReason", s.vouched_by as "vouchedBy",
      s.confirmed_by as "confirmedBy", s.confirmed_at as "confirmedAt",
      s.confirmed_sha256 as "confirmedSha256", s.official_check as "officialCheck",
      s.issued_at as "issuedAt", s.erased_at as "erasedAt", s.sign_by as "signBy", s.challenge, s.token,
      s.assignee_id::text as assignee, s.template_id::text as "templateId",
      s.customer_id::text as "customerId", o.id as "orderId", o.number as "orderNumber",
      o.token as "orderToken", o.state::text as "orderState", o.customer_name as "customerName", o.email,
      o.phone, o.locale, o.total::float8 as total, o.payment_state::text <> 'unpaid' as "isPaid",
      o.payment_state::text = 'paid' as "isPaidOff",
      (select i.title from order_items i where i.order_id = o.id order by i.seq limit 1) as title,
      ${EDITION} as current, ${FILES} as files
    from spks s join orders o on o.id = s.order_id where ${where}`)
  return row ?? null
}

/**
 * Takes the order's lock, under which everything of its agreement moves, and reads the agreement.
 *
 * @throws DomainError `notFound`
 */
export const lockSpk = async (tx: Tx, where: SQL): Promise<SpkScene> => {
  const found = await findSpk(tx, where)
  if (!found) {
    throw new DomainError('notFound')
  }
  await spkRuntime.get(tx.payload).owner.lock(tx, found.orderId)
  const scene = await findSpk(tx, sql`s.id = ${found.id}`)
  if (!scene) {
    throw new DomainError('notFound')
  }
  return scene
}

/** The newest file of a kind in the edition that counts. */
export const newestFile = (
  { files }: Pick<SpkScene, 'files'>,
  kind: SpkFileKind,
): SpkFile | undefined => files.filter((each) => each.kind === kind).at(-1)
