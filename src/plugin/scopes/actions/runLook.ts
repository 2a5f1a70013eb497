import type { Payload } from 'payload'

import type { Look } from '../port'
import type { FoundScene } from '../queries/scene'

import { isDomainError } from '../../kernel/errors'
import { fireEvent, queryRows, runInTransaction, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildChallenge } from '../challenge'
import { scopeMachine } from '../machine'
import { tellCustomer, tellStaff } from '../messages'
import { lockScope } from '../queries/scene'
import { resolveNextLook } from '../rules'
import { scopesRuntime } from '../runtime'
import { keepChecks } from './checks'
import { columnsOf } from './columns'
import { queueLook } from './queueLook'

type Wanted = { domain: string; word: string }

const findWanted = async (payload: Payload, scopeId: string): Promise<undefined | Wanted> => {
  const [row] = await queryRows<Wanted>(
    payload,
    sql`select domain, proof_word as word from scopes where id = ${scopeId}
      and state = 'submitted' and proof_until > ${clock.now().toISOString()}`,
  )
  return row
}

const wayOf = ({ dns, file }: Look): 'dns' | 'file' | undefined => {
  if (dns === 'found') {
    return 'dns'
  }
  return file === 'found' ? 'file' : undefined
}

const prove = async (tx: Tx, scene: FoundScene, look: Look): Promise<void> => {
  const { delivery, scope } = scene
  const at = clock.now().toISOString()
  await fireEvent({
    actor: SYSTEM,
    event: 'prove',
    facts: { isProven: true },
    id: scope.id,
    locked: scope.state,
    machine: scopeMachine,
    note: { metadata: { domain: scope.domain, look } },
    set: columnsOf({
      proven_at: at,
      proven_by: wayOf(look) ?? null,
      proven_domain: scope.domain,
    }),
    table: 'scopes',
    tx,
  })
  if (delivery) {
    await keepChecks(tx, delivery.id, { estimate: false, scope: true })
  }
  const step = `${scope.id}/${scope.proofWord}`
  await tellCustomer(tx, { event: 'scope.proven', scene, step })
  await tellStaff(tx, { event: 'scope.provenForStaff', scene, step })
}

/** What was seen counts only for the domain and the code that were looked for. */
const note = async (tx: Tx, args: { look: Look; scopeId: string; wanted: Wanted }) => {
  const { look, scopeId, wanted } = args
  const scene = await lockScope(tx, scopeId)
  const { scope } = scene
  const isSame = scope.domain === wanted.domain && scope.proofWord === wanted.word
  if (scope.state !== 'submitted' || !isSame || scope.proofUntil === null) {
    return
  }
  const now = clock.now()
  const looks = scope.looks + 1
  const seen = columnsOf({ look: JSON.stringify(look), looked_at: now.toISOString(), looks })
  await tx.rows(sql`update scopes set ${seen}, updated_at = ${now.toISOString()}
    where id = ${scopeId}`)
  if (wayOf(look)) {
    await prove(tx, scene, look)
    return
  }
  const next = resolveNextLook({ looks, now, until: new Date(scope.proofUntil) })
  if (next) {
    await queueLook(tx, scopeId, next)
  }
}

/**
 * Looks once whether the domain of a scope shows its code, notes what was seen, and looks again later
 * while it does not. Asks the world outside of any transaction. Does nothing for a scope that waits
 * for no proof.
 */
export const runLook = async (payload: Payload, scopeId: string): Promise<void> => {
  const wanted = await findWanted(payload, scopeId)
  if (!wanted) {
    return
  }
  const look = await scopesRuntime.get(payload).prove(buildChallenge(payload, wanted))
  try {
    await runInTransaction(payload, (tx) => note(tx, { look, scopeId, wanted }))
  } catch (error) {
    // Whoever deleted it meanwhile wants no answer.
    if (!isDomainError(error, 'notFound')) {
      throw error
    }
  }
}
