import type { Payload } from 'payload'

import type { FoundScene } from '../queries/scene'

import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql, takeRateToken, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { drawProofWord } from '../challenge'
import { lockScene, scopeItemOf } from '../queries/scene'
import { resolveProofUntil } from '../rules'
import { scopesRuntime } from '../runtime'
import { columnsOf } from './columns'
import { queueLook } from './queueLook'

/** Which analysis of which order. */
export type ItemAsked = { item: string; token: string }

/** Looks at one domain that customers can ask for; whoever wants more waits for the shop's own. */
const SCOPE_RATE = { limit: 20, windowSeconds: 3_600 }

const getWaiting = async (tx: Tx, asked: ItemAsked): Promise<FoundScene> => {
  const { scope, ...scene } = await lockScene(tx, scopeItemOf(asked))
  switch (scope?.state) {
    case 'submitted':
      return { ...scene, scope }
    case 'agreed':
    case 'proven':
      throw new DomainError('scope.alreadyProven')
    default:
      throw new DomainError('scope.notSubmitted')
  }
}

const hasExpired = ({ scope: { proofUntil } }: FoundScene): boolean =>
  proofUntil === null || new Date(proofUntil) <= clock.now()

/**
 * "Periksa sekarang": a worker looks at the domain at once. Twenty times an hour for one scope.
 *
 * @throws DomainError `notFound`, `scope.notSubmitted`, `scope.alreadyProven`, `scope.proofExpired`,
 * `rateLimited`
 */
export const askForLook = async (payload: Payload, asked: ItemAsked): Promise<void> => {
  const { rateFactor: factor } = scopesRuntime.get(payload)
  await takeRateToken({ bucket: `scopes.look:${asked.item}`, factor, payload, rate: SCOPE_RATE })
  await runInTransaction(payload, async (tx) => {
    const scene = await getWaiting(tx, asked)
    if (hasExpired(scene)) {
      throw new DomainError('scope.proofExpired')
    }
    await queueLook(tx, scene.scope.id)
  })
}

/**
 * A new code in place of one that has expired. While the code is good it stays: whoever presses twice
 * does not have to change his DNS twice.
 *
 * @throws DomainError `notFound`, `scope.notSubmitted`, `scope.alreadyProven`
 */
export const renewProof = (payload: Payload, asked: ItemAsked): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const scene = await getWaiting(tx, asked)
    if (!hasExpired(scene)) {
      return
    }
    const now = clock.now()
    const until = resolveProofUntil(now, scopesRuntime.get(payload).proofDays)
    const code = columnsOf({
      look: null,
      looked_at: null,
      looks: 0,
      proof_until: until.toISOString(),
      proof_word: drawProofWord(),
      updated_at: now.toISOString(),
    })
    await tx.rows(sql`update scopes set ${code} where id = ${scene.scope.id}`)
  })
