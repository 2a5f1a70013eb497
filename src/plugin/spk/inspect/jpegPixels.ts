type Segment = { body: Buffer; marker: number }

/** Marker of the data that Adobe's programs write, and where it says how colours were turned. */
const ADOBE = { colours: 11, marker: 0xee, name: 'Adobe' }

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Segments of a JPEG up to its frame header, which is the last. */
function* segmentsOf(jpeg: Buffer): Generator<Segment> {
  let at = 2
  while (at + 9 < jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0
    const end = at + 2 + jpeg.readUInt16BE(at + 2)
    yield { body: jpeg.subarray(at + 4, end), marker }
    if (isFrame(marker)) {
      return
    }
    at = end
  }
}

/** Pixels that a JPEG says it has in its own frame header; 0 when it does not say. */
export const jpegPixels = (jpeg: Buffer): number => {
  const frame = [...segmentsOf(jpeg)].find(({ marker }) => isFrame(marker))?.body
  return frame && frame.length >= 5 ? frame.readUInt16BE(1) * frame.readUInt16BE(3) : 0
}

/** Baseline, extended and progressive: what every reader of JPEG knows. */
const COMMON_FRAMES = [0xc0, 0xc1, 0xc2]
const COLOURS = 3

/** Numbers of a frame's colours; a picture kept in red, green and blue may name them so. */
const namesOf = (frame: Buffer): string =>
  [6, 9, 12].map((at) => String.fromCharCode(frame[at] ?? 0)).join('')

/**
 * Whether every reader of JPEG sees the same in this one: eight bits of lightness and two colours each, and
 * nothing that says the colours were kept another way.
 */
export const isPlainJpeg = (jpeg: Buffer): boolean => {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) {
    return false
  }
  const segments = [...segmentsOf(jpeg)]
  const isOddlyKept = segments.some(
    ({ body, marker }) =>
      marker === ADOBE.marker &&
      body.toString('latin1', 0, ADOBE.name.length) === ADOBE.name &&
      body[ADOBE.colours] !== 1,
  )
  const { body: frame, marker } = segments.at(-1) ?? { body: Buffer.alloc(0), marker: 0 }
  return (
    COMMON_FRAMES.includes(marker) &&
    frame.length === 6 + COLOURS * 3 &&
    frame[0] === 8 &&
    frame[5] === COLOURS &&
    namesOf(frame) !== 'RGB' &&
    !isOddlyKept
  )
}
