import type { Payload } from 'payload'

import type { SpkVerification } from '../seal/verification'

import { auditSubject } from '../../kernel/history'
import { sql, statementsOn } from '../../kernel/payload'
import { spkMachine } from '../machine'
import { SPK_STATES } from '../states'
import { maskName } from '../seal/verification'
import { findFileFacts, findMoves } from './record'
import { findSpk } from './scene'

const TOKEN = /^[\w-]{22}$/

const instantOf = (at: null | string | undefined): Date | null => (at ? new Date(at) : null)

/**
 * What the public page of a document says to whoever holds its print: whether a file of his is one of
 * ours, and nothing that is anybody's business. Null for what was never issued.
 */
export const findVerification = async (
  payload: Payload,
  token: string,
): Promise<null | SpkVerification> => {
  const tx = statementsOn(payload)
  const scene = TOKEN.test(token) ? await findSpk(tx, sql`s.token = ${token}`) : null
  if (!scene?.number || !scene.current) {
    return null
  }
  const { confirmedAt, current, id, issuedAt, number, revision, state } = scene
  const { agreementOn, customer, provider } = current.content
  const moves = await findMoves(tx, id)
  return {
    chain: await auditSubject(tx, { machine: spkMachine.name, subject: id }),
    dates: {
      agreedOn: agreementOn,
      confirmedAt: instantOf(confirmedAt),
      issuedAt: instantOf(issuedAt),
      sealedAt: instantOf(moves.findLast(({ event }) => event === 'seal')?.at),
    },
    files: await findFileFacts(tx, id),
    maskedNames: {
      customer: maskName(customer?.company?.name ?? customer?.name ?? scene.customerName),
      provider: maskName(provider?.legalName ?? ''),
    },
    number,
    revision,
    stateLabel: SPK_STATES[state].label,
  }
}
