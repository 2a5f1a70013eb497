import type { Locale } from '../../kernel/errors'
import type { Look } from '../port'
import type { Capacity } from '../rules'

import { fulfilmentRuntime } from '../../fulfilment'
import { DomainError } from '../../kernel/errors'
import { type SQL, sql, type Tx } from '../../kernel/payload'

/** One scope as the database has it; instants as ISO texts. */
export type ScopeRow = {
  agreedAt: null | string
  agreedNote: null | string
  allowedTimes: null | string
  createdAt: string
  domain: null | string
  emergencyContact: null | string
  hosts: null | string[]
  id: string
  look: Look | null
  lookedAt: null | string
  looks: number
  outOfScope: null | string
  proofUntil: null | string
  proofWord: null | string
  provenAt: null | string
  provenBy: 'dns' | 'file' | 'waiver' | null
  provenDomain: null | string
  readyOn: null | string
  revision: number
  signedAt: null | string
  signedHash: null | string
  signedText: null | string
  signerCapacity: Capacity | null
  signerName: null | string
  signerPosition: null | string
  startsOn: null | string
  state: ScopeState
  technology: null | string
  testAccount: null | string
  waivedReason: null | string
  wanted: null | string
}

/** Where a scope stands. */
export type ScopeState = 'agreed' | 'cancelled' | 'changes' | 'draft' | 'proven' | 'submitted'

/** A bought analysis with all that decides about its scope. */
export type Scene = {
  customerId: null | string
  customerName: string
  delivery: { assignee: null | string; id: string; state: string } | null
  email: string
  itemId: string
  locale: Locale
  number: string
  orderId: string
  phone: string
  scope: null | ScopeRow
  title: string
  token: string
}

/** The scope of a row `s` as a JSON expression: a {@link ScopeRow}. */
export const SCOPE_JSON = sql.raw(`json_build_object('id', s.id, 'state', s.state,
  'createdAt', s.created_at, 'revision', s.revision::int, 'domain', s.domain, 'hosts', s.hosts, 'outOfScope', s.out_of_scope,
  'allowedTimes', s.allowed_times, 'emergencyContact', s.emergency_contact,
  'technology', s.technology, 'testAccount', s.test_account, 'signerName', s.signer_name,
  'signerPosition', s.signer_position, 'signerCapacity', s.signer_capacity,
  'signedAt', s.signed_at, 'signedHash', s.signed_hash, 'signedText', s.signed_text,
  'proofWord', s.proof_word, 'proofUntil', s.proof_until, 'provenAt', s.proven_at,
  'provenBy', s.proven_by, 'provenDomain', s.proven_domain, 'waivedReason', s.waived_reason,
  'lookedAt', s.looked_at, 'look', s.look, 'looks', s.looks::int, 'startsOn', s.starts_on,
  'readyOn', s.ready_on, 'agreedAt', s.agreed_at, 'agreedNote', s.agreed_note, 'wanted', s.wanted)`)

const SCOPE = sql`(select ${SCOPE_JSON} from scopes s where s.order_item_id = i.id)`

const DELIVERY = sql`(select json_build_object('id', f.id, 'state', f.state,
    'assignee', f.assignee_id) from fulfilments f where f.order_item_id = i.id)`

/** The scene of one item, in one statement; null when there is no such analysis. */
export const findScene = async (tx: Pick<Tx, 'rows'>, where: SQL): Promise<null | Scene> => {
  const [row] = await tx.rows<Scene>(sql`
    select i.id as "itemId", i.title, o.id as "orderId", o.number, o.token, o.email, o.phone,
      o.customer_name as "customerName", o.locale, o.customer_id::text as "customerId",
      ${SCOPE} as scope, ${DELIVERY} as delivery
    from order_items i join orders o on o.id = i.order_id
    where i.kind = 'security-analysis' and ${where}`)
  return row ?? null
}

/**
 * Locks the order of an item, which everything of it moves under, and reads the scene.
 *
 * @throws DomainError `notFound`
 */
export const lockScene = async (tx: Tx, where: SQL): Promise<Scene> => {
  const found = await findScene(tx, where)
  if (!found) {
    throw new DomainError('notFound')
  }
  await fulfilmentRuntime.get(tx.payload).owner.lock(tx, found.orderId)
  const scene = await findScene(tx, sql`i.id = ${found.itemId}`)
  if (!scene) {
    throw new DomainError('notFound')
  }
  return scene
}

/** A scene whose scope is there. */
export type FoundScene = { scope: ScopeRow } & Scene

/**
 * {@link lockScene} by the scope itself.
 *
 * @throws DomainError `notFound`
 */
export const lockScope = async (tx: Tx, id: string): Promise<FoundScene> => {
  const mine = sql`i.id = (select order_item_id from scopes where id = ${id})`
  const { scope, ...scene } = await lockScene(tx, mine)
  if (!scope) {
    throw new DomainError('notFound')
  }
  return { ...scene, scope }
}

/** The item of an order behind its link. */
export const scopeItemOf = (args: { item: string; token: string }): SQL =>
  sql`i.id = ${args.item} and o.token = ${args.token}`
