/** Tags of ASN.1 that a signature needs. */
export const TAG = {
  generalizedTime: 0x18,
  integer: 0x02,
  null: 0x05,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const

const lengthOf = (length: number): Buffer => {
  if (length < 0x80) {
    return Buffer.of(length)
  }
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes])
}

/** A value in DER. */
export const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag), lengthOf(body.length), body])
}

/** A constructed value in BER whose length nobody knows before its end: how the real service writes. */
export const endless = (tag: number, ...parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat([Buffer.of(tag, 0x80), ...parts, Buffer.of(0, 0)])

/** A set in DER: its members in the order of their bytes. */
export const derSet = (tag: number, ...parts: readonly Uint8Array[]): Buffer =>
  der(tag, ...[...parts].sort((left, right) => Buffer.compare(left, right)))

/** A positive whole number, given by its bytes. */
export const derInteger = (bytes: Uint8Array): Buffer =>
  der(TAG.integer, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes)

const base128 = (value: number): number[] => {
  const digits = [value & 0x7f]
  for (let rest = value >> 7; rest > 0; rest >>= 7) {
    digits.unshift((rest & 0x7f) | 0x80)
  }
  return digits
}

/** An object identifier such as `1.2.840.113549.1.7.2`. */
export const derOid = (text: string): Buffer => {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  return der(TAG.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

/** An algorithm without parameters. */
export const derAlgorithm = (oid: string): Buffer => der(TAG.sequence, derOid(oid), der(TAG.null))

/** A time to the second, UTC. */
export const derTime = (at: Date): Buffer => {
  const digits = at.toISOString().replace(/\D/g, '').slice(0, 14)
  return der(TAG.generalizedTime, Buffer.from(`${digits}Z`))
}
