import type {
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'

import { refuseInHook, sql, statementsOf } from '../../kernel/payload'
import { FINDING } from '../content'
import { lockWritable } from '../delivery'
import { assertPrintable } from '../letters'
import { MAX_FINDINGS } from '../rules'

const PRINTED = {
  affected: 'regular',
  description: 'regular',
  evidence: 'mono',
  recommendation: 'regular',
  remark: 'regular',
  title: 'regular',
} as const

/** Under the delivery's lock. Numbers of what was deleted are not given again while higher ones exist. */
const countOn = async (req: PayloadRequest, fulfilmentId: string): Promise<number> => {
  const [row] = await statementsOf(req).rows<{ count: number; next: number }>(
    sql`select count(*)::int as count, coalesce(max(number), 0)::int + 1 as next from findings
      where fulfilment_id = ${fulfilmentId}`,
  )
  if ((row?.count ?? 0) >= MAX_FINDINGS) {
    refuseInHook({ code: 'finding.tooMany', details: { limit: MAX_FINDINGS }, req })
  }
  return row?.next ?? 1
}

type Written = Record<string, unknown>

/** A finding is of an analysis that goes on, can be printed, and has the next number. */
export const checkFinding: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const before = (originalDoc ?? {}) as Written
  const written = data as Written
  await assertPrintable({ fields: PRINTED, req, written })
  const delivery = await lockWritable(req, before.fulfilment ?? written.fulfilment)
  return operation === 'create' ? { ...written, number: await countOn(req, delivery) } : written
}

/** What a customer has read is not taken back by deleting it. */
export const keepIssued: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const [row] = await statementsOf(req).rows<{ fulfilment: string; isIssued: boolean }>(
    sql`select f.fulfilment_id as fulfilment, exists (select 1 from reports r
        where r.fulfilment_id = f.fulfilment_id
          and r.content->'findings' @> jsonb_build_array(jsonb_build_object('id', f.id)))
        as "isIssued"
      from findings f where f.id = ${String(id)}`,
  )
  if (row?.isIssued) {
    refuseInHook({ code: 'finding.issued', req })
  }
  if (row) {
    await lockWritable(req, row.fulfilment)
  }
}

/** The pictures of a finding go with it, in the same transaction. */
export const removePictures: CollectionAfterDeleteHook = async ({ id, req }) => {
  await statementsOf(req).rows(sql`delete from attachments
    where subject_kind = ${FINDING} and subject_id = ${String(id)}`)
}
