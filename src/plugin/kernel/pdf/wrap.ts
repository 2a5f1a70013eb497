import type { PDFFont } from 'pdf-lib'

/** Letters of one look. */
export type Look = { font: PDFFont; size: number }

const TAB = '    '

/** What has no shape of its own, but for the ends of lines. */
const SHAPELESS = /(?!\n)[\p{Cc}\p{Cf}]/gu

/** A text as it is drawn: composed letters, plain line ends, nothing that cannot be seen. */
export const toPlain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\t', TAB)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(SHAPELESS, '')

/** After these a long address may go on in the next line. */
const PIECES = /[^\s/\-?&=,;.]*[/\-?&=,;.]+|[^\s/\-?&=,;.]+/g

/** Measuring is the dear part of a page: every word is measured once. */
export class Ruler {
  private readonly widths = new Map<PDFFont, Map<string, number>>()

  /** Width in points. */
  widthOf(text: string, { font, size }: Look): number {
    const known = this.widths.get(font) ?? new Map<string, number>()
    this.widths.set(font, known)
    const width = known.get(text) ?? font.widthOfTextAtSize(text, 1)
    known.set(text, width)
    return width * size
  }
}

type Room = { look: Look; ruler: Ruler; width: number }

/** What does not fit into a line of its own is cut wherever the line ends. */
const cutLetters = (piece: string, { look, ruler, width }: Room): string[] => {
  const parts: string[] = []
  let part = ''
  let filled = 0
  for (const letter of piece) {
    const wide = ruler.widthOf(letter, look)
    if (part !== '' && filled + wide > width) {
      parts.push(part)
      part = ''
      filled = 0
    }
    part += letter
    filled += wide
  }
  return [...parts, part]
}

const cutWord = (word: string, room: Room): string[] => {
  if (room.ruler.widthOf(word, room.look) <= room.width) {
    return [word]
  }
  const pieces = word.match(PIECES) ?? [word]
  const lines: string[] = []
  let line = ''
  for (const piece of pieces.flatMap((each) => cutLetters(each, room))) {
    if (line !== '' && room.ruler.widthOf(line + piece, room.look) > room.width) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line]
}

const wrapParagraph = (text: string, room: Room): string[] => {
  const lines: string[] = []
  const space = room.ruler.widthOf(' ', room.look)
  let words: string[] = []
  let filled = 0
  for (const word of text.split(' ').flatMap((each) => cutWord(each, room))) {
    const wide = room.ruler.widthOf(word, room.look)
    if (words.length > 0 && filled + space + wide > room.width) {
      lines.push(words.join(' '))
      words = []
      filled = 0
    }
    filled += (words.length > 0 ? space : 0) + wide
    words.push(word)
  }
  return [...lines, words.join(' ')]
}

/** Breaks a text into lines that fit; its own line ends stay. */
export const wrapText = (text: string, room: Room): string[] =>
  toPlain(text)
    .split('\n')
    .flatMap((paragraph) => wrapParagraph(paragraph.trimEnd(), room))

/** The same for what machines wrote: spaces count, lines are cut where they end. */
export const wrapVerbatim = (text: string, room: Room): string[] =>
  toPlain(text)
    .split('\n')
    .flatMap((line) => cutLetters(line, room))
