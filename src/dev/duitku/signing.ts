import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

import type { Simulator, WireScheme } from './types'

/**
 * Signs a text. Written apart from the adapter on purpose: a mistake made twice would hide itself.
 */
export function signText({
  apiKey,
  scheme,
  text,
}: {
  apiKey: string
  scheme: WireScheme
  text: string
}): string {
  return scheme === 'hmac'
    ? createHmac('sha256', apiKey).update(text).digest('hex')
    : createHash(scheme)
        .update(text + apiKey)
        .digest('hex')
}

/** The scheme a received signature was made with, among those that the project accepts. */
export function acceptedScheme({
  legacy,
  signature,
  simulator,
  text,
}: {
  legacy: WireScheme
  signature: string
  simulator: Simulator
  text: string
}): undefined | WireScheme {
  const { acceptedSchemes } = simulator.config
  const candidates: WireScheme[] =
    acceptedSchemes === 'both' ? ['hmac', legacy] : [acceptedSchemes === 'hmac' ? 'hmac' : legacy]
  const received = Buffer.from(signature)
  return candidates.find((scheme) => {
    const expected = Buffer.from(signText({ apiKey: simulator.credentials.apiKey, scheme, text }))
    return expected.length === received.length && timingSafeEqual(expected, received)
  })
}
