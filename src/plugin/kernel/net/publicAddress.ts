import { BlockList, isIP } from 'node:net'

/**
 * Blocks that are no part of the public internet: the IANA registries of special-purpose addresses
 * (RFC 6890 and what was added since), multicast and reserved space.
 */
const SPECIAL_V4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Inside of 2000::/3, which is all that is given to the public internet. */
const SPECIAL_V6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]

const listOf = (family: 'ipv4' | 'ipv6', nets: readonly [string, number][]): BlockList => {
  const list = new BlockList()
  for (const [net, bits] of nets) {
    list.addSubnet(net, bits, family)
  }
  return list
}

const special4 = listOf('ipv4', SPECIAL_V4)
const special6 = listOf('ipv6', SPECIAL_V6)
const global6 = listOf('ipv6', [['2000::', 3]])

/**
 * Whether an address is one of the public internet. Everything else is refused, also what only
 * carries another address in itself: mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96), 6to4, Teredo.
 */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !special4.check(address, 'ipv4')
    case 6:
      return (
        !address.includes('%') && global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
      )
    default:
      return false
  }
}
