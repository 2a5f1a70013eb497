import { createHmac } from 'node:crypto'

import { type LinkSort, readLink, signLink } from '../kernel/secrets'
import { LINK_MS } from './rules'

/** What a link lets its holder do: begin one download of one package until a certain instant. */
export type PackageLink = { expiresAt: Date; packageId: string; session: string }

const sortOf = (secret: string): LinkSort => ({ label: 'downloads link', secret })

/** A new link for one package, good for {@link LINK_MS}. */
export const signPackageLink = (args: {
  now: Date
  packageId: string
  secret: string
}): { expiresAt: Date; word: string } => {
  const { now, packageId: id, secret } = args
  return signLink({ goodForMs: LINK_MS, id, now, ...sortOf(secret) })
}

/** What a word says that we have signed; undefined for any other. Its time may be over. */
export const readPackageLink = (word: string, secret: string): PackageLink | undefined => {
  const link = readLink(word, sortOf(secret))
  return link && { expiresAt: link.expiresAt, packageId: link.id, session: link.session }
}

/** Tells devices apart without keeping who they are: address and browser, irreversibly. */
export const hashDevice = (args: { address: string; browser: string; secret: string }): string =>
  createHmac('sha256', args.secret)
    .update(`downloads device\n${args.address}\n${args.browser}`)
    .digest('base64url')
