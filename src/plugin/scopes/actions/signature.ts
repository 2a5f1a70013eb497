import type { Payload } from 'payload'

import { createHash, createHmac } from 'node:crypto'

import type { Locale } from '../../kernel/errors'
import type { ScopeInput } from '../schema'

import { canonicalJson } from '../../kernel/history'
import { authorisationText } from '../rules'
import { scopesRuntime } from '../runtime'

/** What is kept of a written authorisation beside the form itself. */
export type Signature = {
  /** SHA-256 of form, wording, token and language, as hexadecimal digits. */
  hash: string
  text: string
}

/** Ties form and wording together: whoever has both can tell whether a word was changed. */
export const sign = (
  payload: Payload,
  args: { input: ScopeInput; locale: Locale; token: string },
): Signature => {
  const { input, locale, token } = args
  const text = authorisationText({ locale, shopName: scopesRuntime.get(payload).shopName })
  const hash = createHash('sha256').update(canonicalJson({ input, locale, text, token }))
  return { hash: hash.digest('hex'), text }
}

/**
 * A mark of the network that a form came from: two of one network are alike, and nobody can tell the
 * network from it without the shop's secret and a guess.
 */
export const markOf = (payload: Payload, address: string): string =>
  createHmac('sha256', scopesRuntime.get(payload).secret)
    .update(`scope signer ${address}`)
    .digest('base64url')
    .slice(0, 22)
