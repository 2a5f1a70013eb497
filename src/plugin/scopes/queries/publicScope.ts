import type { Payload } from 'payload'

import type { Labels, Locale } from '../../kernel/errors'
import type { Look } from '../port'
import type { Capacity } from '../rules'
import type { ScopeState } from './scene'

import { DomainError } from '../../kernel/errors'
import { statementsOn } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { buildChallenge } from '../challenge'
import { scopeMachine } from '../machine'
import { AUTHORISATION_VERSION, authorisationText, canSubmit } from '../rules'
import { scopesRuntime } from '../runtime'
import { findScene, type Scene, scopeItemOf, type ScopeRow } from './scene'

/** What the customer has written. */
export type PublicScopeForm = {
  allowedTimes: string
  domain: string
  emergencyContact: string
  hosts: string[]
  outOfScope: string
  signerCapacity: Capacity
  signerName: string
  signerPosition: string
  technology: string
  testAccount: string
}

/** How the domain is to be proven, and what was seen of it. */
export type PublicProof = {
  /** Address of the file that shows the code. */
  fileUrl: string
  hasExpired: boolean
  isProven: boolean
  look: Look | null
  lookedAt?: string
  /** How it was proven. */
  provenBy?: 'dns' | 'file' | 'waiver'
  /** Name of the TXT record. */
  record: string
  /** Last instant at which the code counts. */
  until: string
  /** What record or file have to say. */
  value: string
}

/** The scope of an analysis as its buyer sees it. */
export type PublicScope = {
  /** Whether the form can be written, or written anew, now. */
  canSubmit: boolean
  /** What staff want changed. */
  changes?: string
  form: null | PublicScopeForm
  label: Labels
  /** Null before the form was written. */
  proof: null | PublicProof
  /** Null until it is agreed on; WIB days. */
  schedule: { note?: string; readyOn: string; startsOn: string } | null
  /** When the customer authorised it, and the SHA-256 of what he signed. */
  signed: { at: string; hash: string } | null
  state: ScopeState
  /** The wording that is signed now. */
  wording: { number: number; text: string }
}

const toInstant = (at: string): string => new Date(at).toISOString()

const toForm = (scope: ScopeRow): null | PublicScopeForm =>
  scope.domain === null
    ? null
    : {
        allowedTimes: scope.allowedTimes ?? '',
        domain: scope.domain,
        emergencyContact: scope.emergencyContact ?? '',
        hosts: scope.hosts ?? [],
        outOfScope: scope.outOfScope ?? '',
        signerCapacity: scope.signerCapacity ?? 'owner',
        signerName: scope.signerName ?? '',
        signerPosition: scope.signerPosition ?? '',
        technology: scope.technology ?? '',
        testAccount: scope.testAccount ?? '',
      }

const toProof = (payload: Payload, scope: ScopeRow): null | PublicProof => {
  const { domain, look, lookedAt, proofUntil, proofWord: word, provenAt, provenBy } = scope
  if (!domain || !word || !proofUntil) {
    return null
  }
  const { path, record, value } = buildChallenge(payload, { domain, word })
  const isProven = provenAt !== null
  return {
    fileUrl: `https://${domain}${path}`,
    hasExpired: !isProven && new Date(proofUntil) <= clock.now(),
    isProven,
    look,
    ...(lookedAt ? { lookedAt: toInstant(lookedAt) } : {}),
    ...(provenBy ? { provenBy } : {}),
    record,
    until: toInstant(proofUntil),
    value,
  }
}

const toSchedule = ({ agreedNote, readyOn, startsOn, state }: ScopeRow): PublicScope['schedule'] =>
  state === 'agreed' && readyOn && startsOn
    ? { ...(agreedNote ? { note: agreedNote } : {}), readyOn, startsOn }
    : null

/** What stands on record before anybody has written. */
const EMPTY = { state: 'draft' } as const

const toPublicScope = (payload: Payload, scene: Scene, locale: Locale): PublicScope => {
  const { delivery, scope } = scene
  const { state } = scope ?? EMPTY
  const { shopName } = scopesRuntime.get(payload)
  return {
    canSubmit: canSubmit({ delivery: delivery?.state ?? null, state }),
    ...(scope?.wanted && state === 'changes' ? { changes: scope.wanted } : {}),
    form: scope && toForm(scope),
    label: scopeMachine.states[state].label,
    proof: scope && toProof(payload, scope),
    schedule: scope && toSchedule(scope),
    signed:
      scope?.signedAt && scope.signedHash
        ? { at: toInstant(scope.signedAt), hash: scope.signedHash }
        : null,
    state,
    wording: { number: AUTHORISATION_VERSION, text: authorisationText({ locale, shopName }) },
  }
}

/**
 * The scope of an analysis behind the order's link.
 *
 * @throws DomainError `notFound`; `scope.notPaid` before there is a delivery
 */
export const getPublicScope = async (
  payload: Payload,
  args: { item: string; locale: Locale; token: string },
): Promise<PublicScope> => {
  const scene = await findScene(statementsOn(payload), scopeItemOf(args))
  if (!scene) {
    throw new DomainError('notFound')
  }
  if (!scene.delivery) {
    throw new DomainError('scope.notPaid')
  }
  return toPublicScope(payload, scene, args.locale)
}
