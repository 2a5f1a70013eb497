import { type DomainFault as Fault, readDomain as readName } from '../../kernel/net'

export { isWithin } from '../../kernel/net'

/** Why a text is not taken for the name of a site; a code of the catalogue. */
export type DomainFault = `scope.${Fault}`

/** A name in lower case ASCII (IDNA), or why it is none. */
export type ReadDomain = { domain: string } | { fault: DomainFault }

/** Reads the name of a site that is to be examined; see `kernel/net`. */
export const readDomain = (typed: string, args: Parameters<typeof readName>[1]): ReadDomain => {
  const read = readName(typed, args)
  return 'fault' in read ? { fault: `scope.${read.fault}` } : read
}
