import { deflateSync } from 'node:zlib'

const chunk = (kind: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(body.length)
  const data = Buffer.concat([Buffer.from(kind), body])
  let crc = ~0
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(~crc >>> 0)
  return Buffer.concat([head, data, tail])
}

/** A picture of one colour that says it is this wide and high. */
export const floodOf = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 1
  const rows = deflateSync(Buffer.alloc(Math.ceil(width / 8 + 1) * Math.min(height, 2_000)))
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const end = chunk('IEND', Buffer.alloc(0))
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', rows), end])
}
