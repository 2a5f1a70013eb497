import type { SpkParamsOf } from '../notifications'
import type { Payload } from 'payload'

import { openPassword, sealPassword } from '../kernel/secrets'
import { spkRuntime } from './runtime'

const LABEL = 'spk.message'

/** What of a message its reader alone may see. */
export type SealedWords = { code?: string; url?: string }

/** Seals them for the outbox; undefined when there is nothing to hide. */
export const sealWords = (args: {
  secret: string
  spkId: string
  words: SealedWords
}): string | undefined => {
  const { secret, spkId: owner, words } = args
  return Object.keys(words).length === 0
    ? undefined
    : sealPassword({ label: LABEL, owner, password: JSON.stringify(words), secret })
}

const open = (secrets: readonly string[], owner: string, sealed: string): SealedWords => {
  for (const secret of secrets) {
    try {
      return JSON.parse(openPassword({ label: LABEL, owner, sealed, secret })) as SealedWords
    } catch {
      // Sealed with another of our keys.
    }
  }
  throw new Error(`A message about SPK ${owner} was sealed with a key that is not there`)
}

/** Fills link and code into a message about an agreement as it leaves. */
export const revealSpkWords = async <P extends SpkParamsOf[keyof SpkParamsOf]>(args: {
  params: P
  payload: Payload
}): Promise<P> => {
  const { params, payload } = args
  const { previousSecrets, secret } = spkRuntime.get(payload)
  const { sealed, ...shown } = params
  return sealed
    ? ({ ...shown, ...open([secret, ...previousSecrets], params.spkId, sealed) } as P)
    : params
}
