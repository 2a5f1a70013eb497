import { decodeBody, decodeCharset, decodeWords } from './encoding'

/** One header line, unfolded and decoded. */
export type Header = { name: string; value: string }

/** A part that is neither the text nor the HTML of the message. */
export type Attachment = { contentType: string; filename: string; size: number }

/** A mail, taken apart for reading. */
export type ParsedMail = {
  attachments: Attachment[]
  headers: Header[]
  html?: string
  text?: string
}

type Entity = { body: string; headers: Header[] }

/** Deeper nesting is an attack or a mistake; the rest is shown as an attachment. */
const deepest = 8

const split = (source: string): Entity => {
  const blank = /(?:^|\r?\n)\r?\n/.exec(source)
  const top = blank ? source.slice(0, blank.index) : source
  const body = blank ? source.slice(blank.index + blank[0].length) : ''
  const lines = top.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon > 0
      ? [{ name: line.slice(0, colon).trim(), value: line.slice(colon + 1).trim() }]
      : []
  })
  return { body, headers }
}

/** The first header of this name, whatever its case; empty when there is none. */
export const findHeader = (headers: readonly Header[], name: string): string =>
  headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? ''

/** One parameter of a structured header, such as the boundary of a content type. */
export const findParameter = (value: string, name: string): string => {
  const plain = new RegExp(`;\\s*${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(
    value,
  )
  if (plain) {
    return decodeWords((plain[1] ?? plain[2] ?? '').replace(/\\(.)/g, '$1'))
  }
  const extended = new RegExp(`;\\s*${name}\\*\\s*=\\s*[^']*'[^']*'([^;\\s]+)`, 'i').exec(value)
  try {
    return decodeURIComponent(extended?.[1] ?? '')
  } catch {
    return extended?.[1] ?? ''
  }
}

const splitParts = (args: { body: string; boundary: string }): string[] => {
  const mark = args.boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pieces = `\n${args.body}`.split(new RegExp(`\\r?\\n--${mark}(--)?[ \\t]*(?=\\r?\\n|$)`))
  // split() puts the captured "--" between the pieces: preamble, mark, part, mark, part …
  return pieces
    .filter((_, index) => index % 2 === 0 && index > 0 && pieces[index - 1] === undefined)
    .map((piece) => piece.replace(/^\r?\n/, ''))
}

const readLeaf = (args: { entity: Entity; found: ParsedMail; type: string }): void => {
  const { entity, found } = args
  const contentType = findHeader(entity.headers, 'content-type')
  const disposition = findHeader(entity.headers, 'content-disposition')
  const encoding = findHeader(entity.headers, 'content-transfer-encoding')
  const bytes = decodeBody({ body: entity.body, encoding })
  const kind = args.type === 'text/html' ? 'html' : 'text'
  const isText = args.type === 'text/plain' || args.type === 'text/html'
  if (isText && !/^attachment/i.test(disposition) && found[kind] === undefined) {
    found[kind] = decodeCharset({ bytes, charset: findParameter(contentType, 'charset') })
    return
  }
  const filename = findParameter(disposition, 'filename') || findParameter(contentType, 'name')
  found.attachments.push({ contentType: args.type, filename, size: bytes.length })
}

const readEntity = (args: { depth: number; found: ParsedMail; source: string }): void => {
  const entity = split(args.source)
  const contentType = findHeader(entity.headers, 'content-type') || 'text/plain'
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  const boundary = findParameter(contentType, 'boundary')
  if (!type.startsWith('multipart/') || boundary === '' || args.depth >= deepest) {
    readLeaf({ entity, found: args.found, type })
    return
  }
  for (const source of splitParts({ body: entity.body, boundary })) {
    readEntity({ depth: args.depth + 1, found: args.found, source })
  }
}

/** Reads only the headers: cheap enough for lists of thousands. */
export const parseHeaders = (raw: Buffer): Header[] => {
  const end = raw.indexOf('\r\n\r\n')
  const top = raw.subarray(0, end === -1 ? raw.length : end)
  return split(top.toString('utf8')).headers.map(({ name, value }) => ({
    name,
    value: decodeWords(value),
  }))
}

/** Takes a mail apart: headers, the text, the HTML and what is attached. Never throws. */
export const parseMail = (raw: Buffer): ParsedMail => {
  const found: ParsedMail = { attachments: [], headers: parseHeaders(raw) }
  readEntity({ depth: 0, found, source: raw.toString('latin1') })
  return found
}
