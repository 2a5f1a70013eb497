import type { X509Certificate } from 'node:crypto'

import { BaseBlock } from 'asn1js'
import { type Certificate, TSTInfo } from 'pkijs'

import { leadsToRoot, mayStampTime } from './chain'
import { type Cms, OID, ownBytes, parseCms, verifyCms } from './cms'

/**
 * When something was signed, as a timestamp says. `absent`: there is none; `broken`: it is not about
 * this signature; `isProven`: whoever stamped it leads to a pinned root.
 */
export type SignedTime =
  { at: Date; isProven: boolean; kind: 'stamped' } | { kind: 'absent' } | { kind: 'broken' }

const tokenOf = ({ signer }: Cms): Uint8Array | undefined => {
  const attribute = signer.unsignedAttrs?.attributes.find(({ type }) => type === OID.timestamp)
  const value: unknown = attribute?.values[0]
  return value instanceof BaseBlock ? value.valueBeforeDecodeView : undefined
}

const isTrusted = (args: {
  at: Date
  authority: Certificate
  others: readonly Certificate[]
  roots: readonly X509Certificate[]
}): boolean => mayStampTime(args.authority) && leadsToRoot({ ...args, certificate: args.authority })

/** Reads the timestamp (RFC 3161) that a signature carries outside of what it signs. */
export async function readTimestamp(
  cms: Cms,
  roots: readonly X509Certificate[],
): Promise<SignedTime> {
  const token = tokenOf(cms)
  if (token === undefined) {
    return { kind: 'absent' }
  }
  const stamp = parseCms(token)
  const { eContent, eContentType } = stamp.data.encapContentInfo
  if (eContentType !== OID.timestampContent || eContent === undefined) {
    return { kind: 'broken' }
  }
  const authority = await verifyCms(stamp, ownBytes(cms.signer.signature.valueBlock.valueHexView))
  if (authority === null) {
    return { kind: 'broken' }
  }
  const at = TSTInfo.fromBER(eContent.getValue()).genTime
  const others = [...stamp.certificates, ...cms.certificates]
  return { at, isProven: isTrusted({ at, authority, others, roots }), kind: 'stamped' }
}
