import type { Payload } from 'payload'

import { randomBytes } from 'node:crypto'

import type { Challenge } from './port'

import { scopesRuntime } from './runtime'

/** A new code: 128 random bits, of letters and digits only, so that it survives every DNS panel. */
export const drawProofWord = (): string => randomBytes(16).toString('hex')

/** Where and how a domain is to show the code of one scope. */
export const buildChallenge = (
  payload: Payload,
  { domain, word }: { domain: string; word: string },
): Challenge => {
  const { proofName } = scopesRuntime.get(payload)
  return {
    domain,
    path: `/.well-known/${proofName}-verifikasi.txt`,
    record: `_${proofName}.${domain}`,
    value: `${proofName}-verifikasi=${word}`,
  }
}
