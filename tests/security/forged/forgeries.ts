import type { Random } from '../../support/load/random'

import { type Fields, hmac, ownKey, ownMerchant, plainDigest, textOf } from './sign'

/** What a forger has to work with: what two real attempts look like. */
export type Material = { other: Fields; random: Random; real: Fields }

const HEX = '0123456789abcdef'
const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => HEX[random.below(16)]).join('')

const signed = (fields: Fields): Fields => ({ ...fields, signature: hmac(textOf(fields)) })

/** Replaces one character by another. */
const nudge = (random: Random, text: string, alphabet: string): string => {
  const at = random.below(text.length)
  const letters = [...alphabet].filter((letter) => letter !== text[at])
  return text.slice(0, at) + random.pick(letters) + text.slice(at + 1)
}

type Forge = (material: Material) => Fields

const withSignature =
  (make: (material: Material) => string): Forge =>
  (material) => ({ ...material.real, signature: make(material) })

const BLANKS = [' ', '\t', '\n', '\r\n', '\u00a0', '\ufeff', '\u200b'] as const

/** Signatures that nobody with the key made for these fields. */
const signatures: Record<string, Forge> = {
  base64: withSignature(({ real }) => Buffer.from(real.signature ?? '', 'hex').toString('base64')),
  emptyKey: withSignature(({ real }) => hmac(textOf(real), '')),
  emptySignature: withSignature(() => ''),
  guessedKey: withSignature(({ random, real }) => hmac(textOf(real), random.text(32))),
  keyWithBlank: withSignature(({ random, real }) =>
    hmac(textOf(real), ownKey + random.pick(BLANKS)),
  ),
  md5: withSignature(({ real }) => plainDigest(textOf(real), 'md5')),
  md5OfKeyFirst: withSignature(({ real }) => plainDigest(ownKey, 'md5', textOf(real))),
  merchantCodeAsKey: withSignature(({ real }) => hmac(textOf(real), ownMerchant)),
  nudged: withSignature(({ random, real }) => nudge(random, real.signature ?? '', HEX)),
  ofAnotherOrder: withSignature(({ other }) => other.signature ?? ''),
  ofTheInquiry: withSignature(({ real }) =>
    hmac(`${real.merchantCode}${real.merchantOrderId}${real.amount}`),
  ),
  ofTheStatus: withSignature(({ real }) => hmac(`${real.merchantCode}${real.merchantOrderId}`)),
  padded: withSignature(({ random, real }) =>
    random.below(2) === 0
      ? `${real.signature}${random.pick(BLANKS)}`
      : `${random.pick(BLANKS)}${real.signature}`,
  ),
  random: withSignature(({ random }) => hex(random, 64)),
  random32: withSignature(({ random }) => hex(random, 32)),
  sha1: withSignature(({ real }) => hmac(textOf(real), ownKey, 'sha1')),
  sha256: withSignature(({ real }) => plainDigest(textOf(real), 'sha256')),
  sha512: withSignature(({ real }) => hmac(textOf(real), ownKey, 'sha512')),
  truncated: withSignature(({ random, real }) =>
    (real.signature ?? '').slice(0, random.below(63) + 1),
  ),
  twice: withSignature(({ real }) => `${real.signature}${real.signature}`),
  upperCase: withSignature(({ real }) =>
    (real.signature ?? '').toUpperCase().replace(/^\d+$/, 'A'),
  ),
  withNul: withSignature(({ real }) => `${real.signature}\u0000`),
  wrongLength: withSignature(({ random }) => hex(random, 1 + random.below(200)).padEnd(33, 'a')),
}

/** Fields changed under the old signature. */
const tampered: Record<string, Forge> = {
  amount: ({ random, real }) => ({
    ...real,
    amount: nudge(random, real.amount ?? '1', '123456789'),
  }),
  amountOfAnother: ({ random, real }) => ({
    ...real,
    amount: String(Number(real.amount) + 1 + random.below(1_000_000)),
  }),
  flippedResultOfAnother: ({ other, real }) => ({
    ...real,
    resultCode: '00',
    signature: other.signature ?? '',
  }),
  lowerAmount: ({ random, real }) => ({ ...real, amount: String(1 + random.below(9_999)) }),
  merchant: ({ random, real }) => ({ ...real, merchantCode: `DS${10_000 + random.below(89_999)}` }),
  order: ({ random, real }) => ({
    ...real,
    merchantOrderId: nudge(random, real.merchantOrderId ?? '', 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'),
  }),
  orderOfAnother: ({ other, real }) => ({ ...real, merchantOrderId: other.merchantOrderId ?? '' }),
  /** Without separators these texts are signed alike; an order id of ours begins with a letter. */
  shiftedDigit: ({ real }) => {
    const amount = real.amount ?? ''
    return {
      ...real,
      amount: amount.slice(0, -1),
      merchantOrderId: `${amount.slice(-1)}${real.merchantOrderId}`,
    }
  },
  shiftedMerchant: ({ real }) => ({
    ...real,
    amount: (real.amount ?? '').slice(1),
    merchantCode: `${real.merchantCode}${(real.amount ?? '').slice(0, 1)}`,
  }),
}

const AMOUNTS = [
  '1e5',
  '+150000',
  '0150000',
  '150000.00',
  '150.000',
  '150,000',
  '1 50000',
  ' 150000',
  '150000 ',
  '-1',
  '0',
  '00',
  'NaN',
  'Infinity',
  '1e21',
  '0x1',
  '٧٥٠٠٠٠',
  '７５００００',
  '9'.repeat(13),
  '9'.repeat(400),
  '१५००००',
  '150000\u0000',
  'null',
  'true',
  '[]',
  '{}',
] as const

/** Rightly signed, and still refused: what is signed is not what Duitku sends. */
const oddlySigned: Record<string, Forge> = {
  amountSpelling: ({ random, real }) => signed({ ...real, amount: random.pick(AMOUNTS) }),
  emptyAmount: ({ real }) => signed({ ...real, amount: '' }),
  emptyOrder: ({ real }) => signed({ ...real, merchantOrderId: '' }),
  longOrder: ({ random, real }) => signed({ ...real, merchantOrderId: `L${random.text(60)}` }),
  oddOrder: ({ random, real }) =>
    signed({
      ...real,
      merchantOrderId: random.pick([
        "LN-1' or '1'='1",
        'LN-1;drop table payments',
        '../LN-1',
        'LN-１',
        'LN-\u202e1',
        '{"$ne":1}',
        '1LN-1',
        '-LN',
        '__proto__',
        'LN 1',
        'LN-1\n',
        'LN-1\u0000',
      ]),
    }),
  otherMerchant: ({ random, real }) => {
    const fields = { ...real, merchantCode: `DS${10_000 + random.below(89_999)}` }
    return random.below(2) === 0
      ? signed(fields)
      : { ...fields, signature: hmac(textOf(fields), random.text(32)) }
  },
}

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))

/** Something that is signed is missing. */
const missing: Record<string, Forge> = Object.fromEntries(
  ['amount', 'merchantCode', 'merchantOrderId', 'signature'].map((name) => [
    `no ${name}`,
    ({ real }: Material) => without(real, name),
  ]),
)

/** Every way to make false fields, by name. */
export const forgeries: Readonly<Record<string, Forge>> = {
  ...signatures,
  ...tampered,
  ...oddlySigned,
  ...missing,
}
