import type { Payload } from 'payload'

import type { Looker } from '../papers/looks'

import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { openNik } from '../identity'
import { noteLook } from '../papers/looks'
import { spkRuntime } from '../runtime'

type Sealed = { nikKey: null | string; nikSealed: null | string }
type Exported = { id: string } & Record<string, unknown>

const listOf = (columns: ReturnType<typeof sql>, from: ReturnType<typeof sql>) =>
  sql`(select coalesce(json_agg(r), '[]') from (select ${columns} from ${from}) r)`

const find = (tx: Pick<Tx, 'rows'>, customerId: string): Promise<(Exported & Sealed)[]> =>
  tx.rows(sql`select s.id, s.number, s.state, s.mode, o.number as "orderNumber", s.created_at as "createdAt",
      s.issued_at as "issuedAt", s.sign_by as "signBy", s.confirmed_at as "confirmedAt",
      s.erased_at as "erasedAt", s.identity, s.reasons, s.wanted, s.attempts::int as attempts,
      s.nik_sealed as "nikSealed", s.nik_key as "nikKey",
      ${listOf(
        sql`e.edition::int as edition, e.revision::int as revision, e.content, e.content_hash as "contentHash",
          e.remarks, e.agreed_at as "agreedAt", e.created_at as "createdAt"`,
        sql`spk_editions e where e.spk_id = s.id order by e.edition`,
      )} as editions,
      ${listOf(
        sql`f.kind, f.edition::int as edition, f.sha256, f.size::float8 as size, f.pages::int as pages, f.mime,
          f.brought_by as "broughtBy", f.serial, f.fault, f.created_at as "createdAt"`,
        sql`spk_files f where f.spk_id = s.id order by f.created_at, f.id`,
      )} as files,
      ${listOf(
        sql`a.what, a.by_role as "byRole", a.at`,
        sql`spk_accesses a where a.spk_id = s.id order by a.at, a.id`,
      )} as looks,
      ${listOf(
        sql`l.edition, l.created_at as "createdAt", l.expires_at as "expiresAt", l.revoked_at as "revokedAt"`,
        sql`spk_links l where l.spk_id = s.id order by l.created_at, l.id`,
      )} as links,
      ${listOf(
        sql`t.event, t.from_state as "from", t.to_state as "to", t.actor_role as "byRole", t.reason, t.at`,
        sql`transitions t where t.machine in ('spk', 'spkPrivacy') and t.subject = s.id::text
          order by t.at, t.seq`,
      )} as history
    from spks s join orders o on o.id = s.order_id where s.customer_id = ${customerId}::uuid
    order by s.created_at, s.id`)

/** Everything about a customer's agreements, as it is handed out to him. */
export type SpkExport = { agreements: Record<string, unknown>[]; exportedAt: string }

/**
 * Everything that is kept about a customer's agreements, with his whole NIK: for himself, and for the
 * owner who answers for him. Each look is on record before anything is handed out. Files are named
 * with their hashes; he saves them on the page of his agreement.
 */
export const exportSpks = (
  payload: Payload,
  args: { by: Looker; customerId: string; now: Date },
): Promise<SpkExport> =>
  runInTransaction(payload, async (tx) => {
    const { by, customerId, now } = args
    const { previousSecrets, secret } = spkRuntime.get(payload)
    const secrets = [secret, ...previousSecrets]
    const agreements: Record<string, unknown>[] = []
    for (const { nikKey, nikSealed, ...kept } of await find(tx, customerId)) {
      const isSealed = nikKey !== null && nikSealed !== null
      await noteLook(tx, { by, spkId: kept.id, what: isSealed ? 'nik' : 'looked' })
      const nik = isSealed
        ? openNik({ key: nikKey, sealed: nikSealed, secrets, spkId: kept.id })
        : null
      agreements.push({ ...kept, nik })
    }
    return { agreements, exportedAt: now.toISOString() }
  })
