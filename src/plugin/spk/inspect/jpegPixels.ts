const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Pixels that a JPEG says it has in its own frame header; 0 when it does not say. */
export const jpegPixels = (body: Buffer): number => {
  let at = 2
  while (at + 9 < body.length && body[at] === 0xff) {
    const marker = body[at + 1] ?? 0
    if (isFrame(marker)) {
      return body.readUInt16BE(at + 5) * body.readUInt16BE(at + 7)
    }
    at += 2 + body.readUInt16BE(at + 2)
  }
  return 0
}
