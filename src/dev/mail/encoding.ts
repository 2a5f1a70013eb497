const charsetOf = (label: string): TextDecoder => {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('utf-8')
  }
}

/** Reads quoted-printable (RFC 2045 §6.7); soft line breaks vanish, damaged escapes stay as they are. */
export const decodeQuotedPrintable = (text: string): Buffer => {
  const joined = text.replace(/[ \t]+(?=\r?\n)/g, '').replace(/=\r?\n/g, '')
  const bytes = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return Buffer.from(bytes, 'latin1')
}

/** Undoes a content transfer encoding; `body` holds one character per byte. */
export const decodeBody = (args: { body: string; encoding: string }): Buffer => {
  switch (args.encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(args.body, 'base64')
    case 'quoted-printable':
      return decodeQuotedPrintable(args.body)
    default:
      return Buffer.from(args.body, 'latin1')
  }
}

/** Reads bytes in the named character set; unknown sets are read as UTF-8. */
export const decodeCharset = (args: { bytes: Buffer; charset: string }): string =>
  charsetOf(args.charset || 'utf-8').decode(args.bytes)

const decodeWord = ({ kind, text }: { kind: string; text: string }): Buffer =>
  kind.toLowerCase() === 'b'
    ? Buffer.from(text, 'base64')
    : decodeQuotedPrintable(text.replaceAll('_', ' '))

const encodedWord = /=\?([^?*\s]+)(?:\*[^?]*)?\?([bq])\?([^?\s]*)\?=/gi

/**
 * Reads the encoded words of a header (RFC 2047). Neighbours of one character set are joined before
 * decoding, since some senders cut inside a character.
 */
export const decodeWords = (text: string): string => {
  const joined = text.replace(/(\?=)\s+(?==\?)/g, '$1')
  let pending: { bytes: Buffer; charset: string } | undefined
  let result = ''
  let end = 0
  const flush = () => {
    result += pending ? decodeCharset(pending) : ''
    pending = undefined
  }
  for (const match of joined.matchAll(encodedWord)) {
    const [whole, charset = '', kind = '', body = ''] = match
    const bytes = decodeWord({ kind, text: body })
    if (match.index > end || pending?.charset !== charset.toLowerCase()) {
      flush()
      result += joined.slice(end, match.index)
    }
    const before = pending?.bytes ?? Buffer.alloc(0)
    pending = { bytes: Buffer.concat([before, bytes]), charset: charset.toLowerCase() }
    end = match.index + whole.length
  }
  flush()
  return result + joined.slice(end)
}
