/** A stream of a PDF as its bytes tell it, without trusting any table of contents. */
export type RawStream = {
  body: Buffer
  dictionary: string
  filters: string[]
  /** Number of its object; null where none stands before it. */
  number: null | number
}

const LONGEST_DICTIONARY = 8_192
/** Blanks between a dictionary and its stream are fewer than this. */
const NEAR = 64

/** Where the dictionary that ends at `end` begins: `<<` and `>>` are counted backwards. */
const startOfDictionary = (file: Buffer, end: number): number => {
  let depth = 0
  for (let at = end - 2; at >= Math.max(0, end - LONGEST_DICTIONARY); at--) {
    const pair = file.readUInt16BE(at)
    if (pair === 0x3e3e) {
      depth++
      at--
    } else if (pair === 0x3c3c) {
      depth--
      at--
      if (depth === 0) {
        return at + 1
      }
    }
  }
  return -1
}

/** Names may be written with `#` and two hex digits, which hides them from a plain search. */
export const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))

const SHORT: Record<string, string> = { Fl: 'FlateDecode', LZW: 'LZWDecode', RL: 'RunLengthDecode' }

/** Filters of a stream, from the outermost. */
const filtersOf = (dictionary: string): string[] => {
  const found = /\/(?:Filter|F)\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? ''
  return [...found.matchAll(/\/(\w+)/g)].map(([, name = '']) => SHORT[name] ?? name)
}

/** Bytes after the word `stream` and its line end. */
const bodyStart = (file: Buffer, at: number): number => {
  const after = at + 6
  if (file[after] === 0x0d) {
    return after + (file[after + 1] === 0x0a ? 2 : 1)
  }
  return after + (file[after] === 0x0a ? 1 : 0)
}

const isWordStart = (file: Buffer, at: number): boolean =>
  at < 3 || file.toString('latin1', at - 3, at) !== 'end'

/** Number of the object whose dictionary begins at `start`. */
const numberBefore = (file: Buffer, start: number): null | number => {
  const before = file.toString('latin1', Math.max(0, start - NEAR), start)
  const found = /(\d+)\s+\d+\s+obj\s*$/.exec(before)?.[1]
  return found === undefined ? null : Number(found)
}

const readStream = (file: Buffer, at: number): RawStream & { end: number } => {
  const near = file.toString('latin1', Math.max(0, at - NEAR), at)
  const close = /\s*$/.exec(near)?.index ?? 0
  const gap = at - near.length + close
  const start = near.slice(0, close).endsWith('>>') ? startOfDictionary(file, gap) : -1
  const dictionary = start < 0 ? '' : plainNames(file.toString('latin1', start, gap))
  const from = bodyStart(file, at)
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN)
  // A length may lie; `endstream` behind it proves it, else the next `endstream` decides.
  const told = from + length
  const isTrue =
    told < file.length && /^\s*endstream/.test(file.toString('latin1', told, told + 14))
  const found = isTrue ? told : file.indexOf('endstream', from)
  const end = found < 0 ? file.length : found
  return {
    body: file.subarray(from, end),
    dictionary,
    end,
    filters: filtersOf(dictionary),
    number: start < 0 ? null : numberBefore(file, start),
  }
}

/** Every stream of a file, one after another; what stands between them goes to `outside`. */
export function* streamsOf(file: Buffer, outside: (text: string) => void): Generator<RawStream> {
  let done = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', done)) {
    if (!isWordStart(file, at)) {
      outside(file.toString('latin1', done, at))
      done = at + 6
      continue
    }
    outside(file.toString('latin1', done, at))
    const { end, ...stream } = readStream(file, at)
    yield stream
    done = Math.max(end, at + 6)
  }
  outside(file.toString('latin1', done))
}
