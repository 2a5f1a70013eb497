import type { Payload } from 'payload'

import type { ReasonCheck, SpkParams, SpkParamsOf } from '../notifications'
import type { SpkState } from './states'

import { queryRows, sql } from '../kernel/payload'
import { clock } from '../kernel/time'
import { revealSpkWords } from './sealedWords'
import { CONFIRMED_STATES, LIVE_STATES } from './states'

type Standing = { edition: number; state: SpkState }

const findNow = async (payload: Payload, spkId: string): Promise<Standing | undefined> => {
  const [row] = await queryRows<Standing>(
    payload,
    sql`select state, edition::int as edition from spks where id::text = ${spkId}`,
  )
  return row
}

/** News that is about an agreement in one of these states, and about the edition that still counts. */
const whileIn =
  (...states: readonly SpkState[]): ReasonCheck =>
  async ({ notification: { params }, payload }) => {
    const { edition, spkId } = params as SpkParams
    const now = await findNow(payload, spkId)
    return now !== undefined && now.edition === edition && states.includes(now.state)
  }

/** News about an agreement in one of these states, whatever stands in it. */
const whileAnyIn =
  (...states: readonly SpkState[]): ReasonCheck =>
  async ({ notification: { params }, payload }) => {
    const now = await findNow(payload, (params as SpkParams).spkId)
    return now !== undefined && states.includes(now.state)
  }

/** A code that nobody can type in any more is not told. */
const isCodeStillGood: ReasonCheck = async ({ notification: { params }, payload }) => {
  const { spkId } = params as SpkParams
  const [row] = await queryRows(
    payload,
    sql`select 1 from spk_links where spk_id::text = ${spkId} and revoked_at is null
      and code_hash is not null and code_until > ${clock.now().toISOString()}::timestamptz`,
  )
  return row !== undefined
}

/** Why each piece of news about an agreement still has to be told. */
export const spkReasons: { [E in keyof SpkParamsOf]: ReasonCheck } = {
  'spk.cancelled': whileIn('cancelled'),
  'spk.code': isCodeStillGood,
  'spk.confirmed': whileIn(...CONFIRMED_STATES),
  'spk.contentConfirmed': whileIn('dataConfirmed'),
  'spk.declined': whileIn('cancelled'),
  'spk.expired': whileIn('expired'),
  'spk.faulty': whileIn('awaitingSignature', 'moreEvidence'),
  'spk.handedOver': whileAnyIn(...LIVE_STATES, ...CONFIRMED_STATES, 'expired'),
  'spk.photoArrived': whileIn('underReview'),
  'spk.photoWanted': whileIn('moreEvidence'),
  'spk.rejected': whileIn('signatureRejected'),
  'spk.remarked': whileIn('revisionRequested'),
  'spk.reminder': whileIn('validating', 'awaitingSignature', 'signatureRejected', 'moreEvidence'),
  'spk.revoked': whileIn('underReview'),
  'spk.scanArrived': whileIn('analysing', 'underReview'),
  'spk.sealFailed': whileIn('confirmed'),
  'spk.stampFailed': whileIn('issued', 'finalStamp'),
  'spk.superseded': whileIn('superseded'),
  'spk.terminated': whileIn('terminated'),
  'spk.toCheck': whileIn('validating'),
  'spk.toDraft': whileIn('draft'),
  'spk.toSign': whileIn('awaitingSignature'),
  'spk.withdrawn': whileIn('draft'),
}

/** Messages that may hold a link or a code: filled in as they leave. */
export const spkReveals = {
  'spk.cancelled': revealSpkWords,
  'spk.code': revealSpkWords,
  'spk.confirmed': revealSpkWords,
  'spk.expired': revealSpkWords,
  'spk.faulty': revealSpkWords,
  'spk.photoWanted': revealSpkWords,
  'spk.rejected': revealSpkWords,
  'spk.reminder': revealSpkWords,
  'spk.revoked': revealSpkWords,
  'spk.superseded': revealSpkWords,
  'spk.terminated': revealSpkWords,
  'spk.toCheck': revealSpkWords,
  'spk.toSign': revealSpkWords,
  'spk.withdrawn': revealSpkWords,
} as const
