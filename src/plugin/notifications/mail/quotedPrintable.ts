const CODES = Array.from(
  { length: 256 },
  (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
)
const ESCAPED = /[^\t\r\n\x20-\x3c\x3e-\x7e]|[\t ](?=\r\n|$)/g
/** The bytes after the first of one letter. */
const CONTINUED = /^=[89AB]/
const LINE = 76

/** Where a line of code ends that begins at `from`: never inside an escape, nor inside a letter. */
const endOfPiece = (line: string, from: number): number => {
  let end = from + LINE - 1
  end -= line[end - 1] === '=' ? 1 : line[end - 2] === '=' ? 2 : 0
  while (CONTINUED.test(line.slice(end, end + 2))) {
    end -= 3
  }
  return end
}

const wrapLine = (line: string): string => {
  let wrapped = ''
  let from = 0
  while (line.length - from > LINE) {
    const end = endOfPiece(line, from)
    wrapped += `${line.slice(from, end)}=\r\n`
    from = end
  }
  return wrapped + line.slice(from)
}

/**
 * Text as quoted-printable (RFC 2045 §6.7), in one go: a stream of pieces costs several times as much
 * as the letters in it.
 */
export const encodeQuotedPrintable = (text: string): string =>
  Buffer.from(text.replace(/\r\n?|\n/g, '\r\n'), 'utf8')
    .toString('latin1')
    .replace(ESCAPED, (byte) => CODES[byte.charCodeAt(0)] as string)
    .split('\r\n')
    .map(wrapLine)
    .join('\r\n')

/** One alternative of a mail, encoded, as nodemailer takes it without a further look. */
export const encodePart = (type: 'html' | 'plain', text: string): { raw: string } => ({
  raw: `Content-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${encodeQuotedPrintable(text)}`,
})
