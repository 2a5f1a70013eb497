import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { FoundScene, ScopeRow } from '../queries/scene'
import type { ScopeInput } from '../schema'

import { DomainError } from '../../kernel/errors'
import {
  type Actor,
  fireEvent,
  runInTransaction,
  type SQL,
  sql,
  SYSTEM,
  type Tx,
} from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { drawProofWord } from '../challenge'
import { scopeMachine } from '../machine'
import { tellStaff } from '../messages'
import { lockScene, scopeItemOf } from '../queries/scene'
import { AUTHORISATION_VERSION, canSubmit, resolveProofUntil } from '../rules'
import { scopesRuntime } from '../runtime'
import { ensureScope } from './beginScopes'
import { keepChecks } from './checks'
import { queueLook } from './queueLook'
import { readSites } from './readSites'
import { markOf, sign, type Signature } from './signature'
import { columnsOf } from './columns'

/** What somebody sends who holds the order's link. */
export type Submission = {
  /** Network address that it came from; only a mark of it is kept. */
  address: string
  input: ScopeInput
  item: string
  locale: Locale
  token: string
}

/** Whoever holds the order's link acts as its customer, and signs by the name that he gives. */
const signerOf = ({ customerId }: FoundScene, { signerName }: ScopeInput): Actor => ({
  ...(customerId ? { id: customerId } : {}),
  label: signerName,
  role: 'customer',
})

/** A code stays for as long as its domain; an expired one that proved nothing is replaced. */
const codeOf = (tx: Tx, scope: ScopeRow, domain: string): SQL => {
  const now = clock.now()
  const isProven = scope.provenAt !== null && scope.provenDomain === domain
  const isFresh = scope.proofUntil !== null && new Date(scope.proofUntil) > now
  if (isProven || (scope.domain === domain && isFresh)) {
    return sql`looks = ${scope.looks}`
  }
  const until = resolveProofUntil(now, scopesRuntime.get(tx.payload).proofDays)
  return columnsOf({
    look: null,
    looked_at: null,
    looks: 0,
    proof_until: until.toISOString(),
    proof_word: drawProofWord(),
    proven_at: null,
    proven_by: null,
    proven_domain: null,
    waived_reason: null,
  })
}

const formOf = (input: ScopeInput): SQL =>
  columnsOf({
    allowed_times: input.allowedTimes,
    domain: input.domain,
    emergency_contact: input.emergencyContact,
    hosts: JSON.stringify(input.hosts),
    out_of_scope: input.outOfScope,
    signer_capacity: input.signerCapacity,
    signer_name: input.signerName,
    signer_position: input.signerPosition,
    technology: input.technology,
    test_account: input.testAccount,
    wording: input.wording,
  })

type Writing = {
  input: ScopeInput
  mark: string
  scene: FoundScene
  signature: Signature
  tx: Tx
}

const write = async ({ input, mark, scene, signature, tx }: Writing): Promise<void> => {
  const { hash, text } = signature
  const { scope } = scene
  const { domain, hosts, signerCapacity, signerName, signerPosition, wording } = input
  const signed = columnsOf({
    signed_at: clock.now().toISOString(),
    signed_from: mark,
    signed_hash: hash,
    signed_text: text,
    wanted: null,
  })
  await fireEvent({
    actor: signerOf(scene, input),
    event: 'submit',
    id: scope.id,
    locked: scope.state,
    machine: scopeMachine,
    // Every authorisation that was ever given stays on record, also when a later one replaces it.
    note: {
      metadata: { domain, hash, hosts, signerCapacity, signerName, signerPosition, wording },
    },
    set: sql`${formOf(input)}, ${codeOf(tx, scope, domain)}, ${signed}, revision = revision + 1`,
    table: 'scopes',
    tx,
  })
}

/** A domain that is proven already stays so; one that is not is looked at. */
const goOn = async (tx: Tx, scene: FoundScene): Promise<void> => {
  const { delivery, scope } = scene
  const isProven = scope.provenAt !== null
  if (isProven) {
    await fireEvent({
      actor: SYSTEM,
      event: 'prove',
      facts: { isProven },
      id: scope.id,
      locked: 'submitted',
      machine: scopeMachine,
      table: 'scopes',
      tx,
    })
  } else {
    await queueLook(tx, scope.id)
  }
  if (delivery) {
    await keepChecks(tx, delivery.id, { estimate: false, scope: isProven })
  }
}

const getOpen = async (tx: Tx, submission: Submission): Promise<FoundScene> => {
  const scene = await lockScene(tx, scopeItemOf(submission))
  if (!scene.delivery) {
    throw new DomainError('scope.notPaid')
  }
  const state = scene.scope?.state ?? 'draft'
  if (!canSubmit({ delivery: scene.delivery.state, state })) {
    throw new DomainError('scope.closed')
  }
  return { ...scene, scope: await ensureScope(tx, scene) }
}

/**
 * The customer writes, or writes anew, what is to be examined and authorises it. The same once more
 * changes nothing; another domain voids the proof of the one before.
 *
 * @throws DomainError `notFound`, `scope.…`
 */
export const submitScope = (payload: Payload, submission: Submission): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { address, locale, token } = submission
    const scene = await getOpen(tx, submission)
    const input = { ...submission.input, ...readSites(payload, submission.input) }
    if (input.wording !== AUTHORISATION_VERSION) {
      throw new DomainError('scope.textChanged', { field: 'authorised' })
    }
    const signature = sign(payload, { input, locale, token })
    const { scope } = scene
    if (scope.signedHash === signature.hash && ['proven', 'submitted'].includes(scope.state)) {
      return
    }
    await write({ input, mark: markOf(payload, address), scene, signature, tx })
    const written = await lockScene(tx, sql`i.id = ${scene.itemId}`)
    if (written.scope) {
      const found = { ...written, scope: written.scope }
      await goOn(tx, found)
      await tellStaff(tx, {
        event: 'scope.submitted',
        scene: found,
        step: `${scope.id}/${found.scope.revision}`,
      })
    }
  })
