import type { Random } from '../../support/load/random'

type Octets = readonly [number, number, number, number]

/** Networks that no customer's site lies in. */
const INSIDE: readonly ((random: Random) => Octets)[] = [
  (random) => [127, random.below(256), random.below(256), 1 + random.below(254)],
  (random) => [10, random.below(256), random.below(256), random.below(256)],
  (random) => [172, 16 + random.below(16), random.below(256), random.below(256)],
  (random) => [192, 168, random.below(256), random.below(256)],
  (random) => [100, 64 + random.below(64), random.below(256), random.below(256)],
  () => [169, 254, 169, 254],
  (random) => [169, 254, random.below(256), random.below(256)],
  (random) => [0, random.below(256), random.below(256), random.below(256)],
  (random) => [198, 18 + random.below(2), random.below(256), random.below(256)],
  (random) => [224 + random.below(32), random.below(256), random.below(256), random.below(256)],
]

/** An address of IPv4 that leads inside. */
export const drawInside = (random: Random): Octets => random.pick(INSIDE)(random)

const hex = (value: number): string => value.toString(16)
const numberOf = ([a, b, c, d]: Octets): number => ((a * 256 + b) * 256 + c) * 256 + d
const groupsOf = ([a, b, c, d]: Octets): string => `${hex(a * 256 + b)}:${hex(c * 256 + d)}`

/** The same address as DNS may carry it: plain, mapped, translated, tunnelled, or one of IPv6 alone. */
export const drawRecord = (random: Random): string => {
  const octets = drawInside(random)
  const plain = octets.join('.')
  return random.pick([
    plain,
    plain,
    `::ffff:${groupsOf(octets)}`,
    `64:ff9b::${groupsOf(octets)}`,
    `64:ff9b:1::${groupsOf(octets)}`,
    `2002:${groupsOf(octets)}::1`,
    `::${groupsOf(octets)}`,
    '::1',
    '::',
    `fe80::${hex(1 + random.below(65_535))}`,
    `fd${hex(16 + random.below(240))}::${hex(1 + random.below(65_535))}`,
    `fec0::${hex(1 + random.below(65_535))}`,
    `2001:db8::${hex(1 + random.below(65_535))}`,
    `ff02::${hex(1 + random.below(65_535))}`,
  ])
}

const spellOctet = (random: Random, value: number): string =>
  random.pick([String(value), `0x${hex(value)}`, `0${value.toString(8)}`, `0x0000${hex(value)}`])

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

const escaped = (text: string): string =>
  text.replace(/\d/g, (digit) => `%${hex(digit.charCodeAt(0))}`)

/** The same address as somebody types it who hopes that we do not see what it is. */
export const drawSpelling = (random: Random): string => {
  const octets = drawInside(random)
  const [a, b, c, d] = octets
  const plain = octets.join('.')
  const whole = numberOf(octets)
  const mixed = octets.map((value) => spellOctet(random, value)).join('.')
  const bare = random.pick([
    plain,
    mixed,
    String(whole),
    `0x${hex(whole)}`,
    `0${whole.toString(8)}`,
    `0x${hex(a)}.${(b * 256 + c) * 256 + d}`,
    `${a}.${b}.${c * 256 + d}`,
    '0x7f.1',
    '127.1',
    `[::ffff:${plain}]`,
    `::ffff:${groupsOf(octets)}`,
    '[::1]',
    `[64:ff9b::${groupsOf(octets)}]`,
    `${plain}.`,
    wide(plain),
    plain.replaceAll('.', '。'),
    '①②⑦.0.0.1',
    escaped(plain),
    'localhost',
    'shop.localhost',
    'metadata.google.internal',
    'router.lan',
    `${random.text(6)}.local`,
    `${random.text(6)}.onion`,
    'kantor',
  ])
  return random.pick([
    bare,
    `http://${bare}`,
    `https://${bare}/`,
    `http://${bare}/latest/meta-data/`,
    `${bare}:80`,
    `situs.co.id@${bare}`,
    `http://situs.co.id#@${bare}/`,
    `http://situs.co.id\\@${bare}`,
    ` ${bare} `,
    `${bare}\u0000.co.id`,
  ])
}
