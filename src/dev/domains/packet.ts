/** Record types of DNS that the simulator knows (RFC 1035, RFC 3596). */
export const TYPES = { A: 1, AAAA: 28, CNAME: 5, TXT: 16 } as const

/** How an answer ends: fine, no such name, broken. */
export const CODES = { noError: 0, nameError: 3, serverFailure: 2 } as const

/** One question as it arrived. */
export type Question = { end: number; id: number; name: string; type: number }

/** One record of an answer. */
export type AnswerRecord = { name: string; rdata: Buffer; type: number }

/** Reads the one question of a query; names in lower case. */
export const readQuestion = (packet: Buffer): Question => {
  const labels: string[] = []
  let at = 12
  for (let length = packet[at] ?? 0; length > 0; length = packet[at] ?? 0) {
    labels.push(packet.toString('latin1', at + 1, at + 1 + length).toLowerCase())
    at += length + 1
  }
  return {
    end: at + 5,
    id: packet.readUInt16BE(0),
    name: labels.join('.'),
    type: packet.readUInt16BE(at + 1),
  }
}

/** A name as labels, uncompressed. */
export const writeName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label, 'latin1')])),
    Buffer.from([0]),
  ])

/** A TXT record of several strings. */
export const writeTexts = (strings: readonly string[]): Buffer =>
  Buffer.concat(
    strings.map((text) => {
      const bytes = Buffer.from(text, 'utf8')
      return Buffer.concat([Buffer.from([bytes.length]), bytes])
    }),
  )

/** An address as its bytes; IPv6 in any spelling. */
export const writeAddress = (address: string): Buffer => {
  if (!address.includes(':')) {
    return Buffer.from(address.split('.').map(Number))
  }
  const v4 = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const text = v4
    ? `${v4[1]}${((Number(v4[2]) << 8) | Number(v4[3])).toString(16)}:${((Number(v4[4]) << 8) | Number(v4[5])).toString(16)}`
    : address
  const [head = '', tail] = text.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = !tail ? [] : tail.split(':')
  const zeros = Array<string>(tail === undefined ? 0 : 8 - first.length - last.length).fill('0')
  const words = [...first, ...zeros, ...last].map((word) => Number.parseInt(word, 16))
  return Buffer.from(words.flatMap((word) => [word >> 8, word & 255]))
}

const writeRecord = ({ name, rdata, type }: AnswerRecord): Buffer => {
  const head = Buffer.alloc(10)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(1, 2)
  head.writeUInt16BE(rdata.length, 8)
  return Buffer.concat([writeName(name), head, rdata])
}

/** The whole answer to a query. */
export const writeAnswer = (args: {
  code: number
  packet: Buffer
  question: Question
  records: readonly AnswerRecord[]
}): Buffer => {
  const { code, packet, question, records } = args
  const head = Buffer.alloc(12)
  head.writeUInt16BE(question.id, 0)
  // Answer, recursion wanted and had.
  head.writeUInt16BE(0x8180 | code, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(records.length, 6)
  return Buffer.concat([head, packet.subarray(12, question.end), ...records.map(writeRecord)])
}
