import { createHash } from 'node:crypto'

import { canonicalJson } from './canonicalJson'

/** A transition row, whole: whatever of it changes, its hash changes. */
export type SealedTransition = {
  actorId: null | string
  actorLabel: null | string
  actorRole: string
  /** ISO 8601, UTC, milliseconds. */
  at: string
  event: string
  fromState: string
  id: string
  machine: string
  metadata: unknown
  reason: null | string
  seq: number
  subject: string
  toState: string
}

/** One link: the transition in place `seq` of the whole shop's history, bound to the one before. */
export type Seal = { hash: string; previous: string; seq: number; transitionId: string }

/** Where a chain ends. */
export type ChainHead = Pick<Seal, 'hash' | 'seq'>

/** A seal and the transition it names, or null when that is gone. */
export type ChainLink = { seal: Seal; transition: null | SealedTransition }

/** What does not fit, and at which seal. */
export type ChainFault = {
  kind: 'altered' | 'removed' | 'sealMissing' | 'unchained'
  seq: number
  transitionId: string
}

/** Before the first transition. */
export const CHAIN_START: ChainHead = { hash: '0'.repeat(64), seq: 0 }

const hashOf = (args: { previous: string; seq: number; transition: SealedTransition }): string =>
  createHash('sha256').update(canonicalJson(args)).digest('hex')

/** The seal that puts `transition` behind `head`: SHA-256 over the hash before, place and row. */
export const sealAfter = (head: ChainHead, transition: SealedTransition): Seal => {
  const { hash: previous, seq: last } = head
  const seq = last + 1
  return {
    hash: hashOf({ previous, seq, transition }),
    previous,
    seq,
    transitionId: transition.id,
  }
}

const faultsOf = (head: ChainHead, { seal, transition }: ChainLink): ChainFault['kind'][] => {
  const { hash, previous, seq } = seal
  const kinds: (ChainFault['kind'] | false)[] = [
    seq !== head.seq + 1 && 'sealMissing',
    previous !== head.hash && 'unchained',
    transition === null && 'removed',
    transition !== null && hash !== hashOf({ previous, seq, transition }) && 'altered',
  ]
  return kinds.filter((kind) => kind !== false)
}

/**
 * Checks a stretch of the chain that follows `head` and says where it ends. An altered row or two rows
 * that changed places have another hash; a removed row leaves its seal behind; a removed or moved seal
 * breaks the count or the link to the one before.
 */
export const verifyChain = (args: {
  head: ChainHead
  links: readonly ChainLink[]
}): { faults: ChainFault[]; head: ChainHead } => {
  let head = args.head
  const faults = args.links.flatMap((link) => {
    const { hash, seq, transitionId } = link.seal
    const kinds = faultsOf(head, link)
    head = { hash, seq }
    return kinds.map((kind) => ({ kind, seq, transitionId }))
  })
  return { faults, head }
}
