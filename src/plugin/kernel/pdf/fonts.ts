import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Font } from 'fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

import type { FontName } from './types'

import { loadOnce } from '../queue/loadOnce'
import { toPlain } from './wrap'

/** Inter and JetBrains Mono, both under the SIL Open Font License, which lets documents embed them. */
const FILES: Record<FontName, readonly [packageName: string, file: string]> = {
  bold: ['@expo-google-fonts/inter', '700Bold/Inter_700Bold.ttf'],
  mono: ['@expo-google-fonts/jetbrains-mono', '400Regular/JetBrainsMono_400Regular.ttf'],
  regular: ['@expo-google-fonts/inter', '400Regular/Inter_400Regular.ttf'],
}

/** Seen from the project, not from this file: bundlers move files, and packages may lie further up. */
const locate = (packageName: string, file: string): string => {
  const { resolve } = createRequire(join(process.cwd(), 'package.json'))
  return join(dirname(resolve(`${packageName}/package.json`)), file)
}

type Loaded = { bytes: Buffer; font: Font }

/** Lines and words that come again in document after document: clauses, heads, feet. */
const MOST_RUNS = 4_000

/** Phones, identities: they hardly come again, and nothing keeps them longer than it must. */
const LONG_FIGURE = /\d{5}/

/** Finding the glyphs of a text is the dear part of drawing. */
const rememberRuns = (font: Font): Font => {
  const runs = new Map<string, { glyphs: ReturnType<Font['layout']>['glyphs'] }>()
  const layout = font.layout.bind(font)
  return Object.assign(font, {
    layout: (text: string, features?: Parameters<Font['layout']>[1]) => {
      const { glyphs } = runs.get(text) ?? layout(text, features)
      if (!LONG_FIGURE.test(text)) {
        runs.set(text, { glyphs })
      }
      if (runs.size > MOST_RUNS) {
        runs.clear()
      }
      return { glyphs }
    },
  }) as Font
}

const NAMES = ['bold', 'mono', 'regular'] as const satisfies FontName[]

const loadFonts = loadOnce(async (): Promise<Record<FontName, Loaded>> => {
  const { create } = await import('fontkit')
  const entries = await Promise.all(
    NAMES.map(async (name) => {
      const bytes = await readFile(locate(...FILES[name]))
      return [name, { bytes, font: rememberRuns(create(bytes) as Font) }] as const
    }),
  )
  return Object.fromEntries(entries) as Record<FontName, Loaded>
})

/** The fonts as one document has them: only the letters that it uses are in its file. */
export type Fonts = Record<FontName, PDFFont>

/** Puts the fonts into a document. Ligatures are off: what is copied out of a page is what stands there.
 * So are kerning and marks: pages are written letter by letter, nobody would see them. */
export const embedFonts = async (document: PDFDocument): Promise<Fonts> => {
  const loaded = await loadFonts()
  // A font is read once for all documents: each takes its own letters out of it.
  const create = (bytes: Uint8Array) =>
    NAMES.map((name) => loaded[name]).find((one) => one.bytes === bytes)?.font
  document.registerFontkit({ create } as never)
  const features = { calt: false, clig: false, kern: false, liga: false, mark: false, mkmk: false }
  const entries: [FontName, PDFFont][] = []
  // One after the other, so that the objects of a document always have the same order.
  for (const name of NAMES) {
    entries.push([name, await document.embedFont(loaded[name].bytes, { features, subset: true })])
  }
  return Object.fromEntries(entries) as Fonts
}

/** What stands for a letter that the font does not have. */
const MARK = '?'

/** Letters of a text that a font of ours lacks: other scripts, emoji. Each once. */
export const findUnknownLetters = async (
  text: string,
  name: FontName = 'regular',
): Promise<string[]> => {
  const { font } = (await loadFonts())[name]
  return [...new Set(toPlain(text))].filter(
    (letter) => letter !== '\n' && !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
  )
}

/** A text in which letters that the font lacks are visibly replaced: for names that nobody can be asked to change. */
export const markUnknownLetters = async (text: string): Promise<string> => {
  const unknown = new Set(await findUnknownLetters(text))
  return [...toPlain(text)].map((each) => (unknown.has(each) ? MARK : each)).join('')
}
