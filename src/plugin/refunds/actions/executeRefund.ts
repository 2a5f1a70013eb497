import type { Payload } from 'payload'
import type { z } from 'zod'

import type { Actor } from '../../kernel/payload'
import type { executeSchema } from '../schema'

import { keepFiles, readFiles, type SentFile } from '../../attachments'
import { DomainError } from '../../kernel/errors'
import { runInTransaction } from '../../kernel/payload'
import { findWays } from '../queries/findWays'
import { finishRefund } from './finishRefund'
import { lockRefund } from './lockRefund'

/** Field of the form that holds the proof. */
export const PROOF_FIELD = 'proof'

type Execution = {
  actor: Actor
  id: string
  proof: readonly SentFile[]
  sent: z.output<typeof executeSchema>
}

/**
 * Records that an owner has sent the money by hand, with its proof, in a way that the channel of the
 * payment allows.
 *
 * @throws DomainError `notFound`, `attachment.…`, `refund.proofRequired`, `refund.notOffered`,
 * `refund.tooMuch` when less is left by now, `event.notAllowed`, `event.notPermitted`,
 * `event.guardRefused` while the disbursement is at it
 */
export const executeRefund = async (payload: Payload, execution: Execution): Promise<void> => {
  const { actor, id, proof, sent } = execution
  const files = await readFiles(proof, { field: PROOF_FIELD, takesPdf: true })
  if (files.length === 0) {
    throw new DomainError('refund.proofRequired', { field: PROOF_FIELD })
  }
  await runInTransaction(payload, async (tx) => {
    const refund = await lockRefund(tx, id)
    const ways = await findWays(tx, refund.paymentId)
    if (!ways.includes(sent.method)) {
      throw new DomainError('refund.notOffered', { field: 'method' })
    }
    await finishRefund(tx, { actor, ...sent, refund })
    await keepFiles(tx, { files, subject: { id, kind: 'refund' } })
  })
}
