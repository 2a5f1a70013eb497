import type { RawStream } from './streams'

/** Drawings that a page may come to by forms that draw forms; scanners nest twice, and draw a handful. */
const MOST_DRAWN = 20_000

/** What a content stream draws: how often it calls others, and which forms it may call. */
type Content = { calls: number; forms: readonly number[] }

const DO = Buffer.from('Do')

const isBlank = (byte: number | undefined): boolean => byte === undefined || byte <= 0x20

const countCalls = (content: Buffer): number => {
  let calls = 0
  for (let at = content.indexOf(DO); at >= 0; at = content.indexOf(DO, at + 2)) {
    calls += isBlank(content[at - 1]) && isBlank(content[at + 2]) ? 1 : 0
  }
  return calls
}

const formsOf = (dictionary: string): number[] =>
  [...dictionary.matchAll(/\/XObject\s*<<([^<>]*)>>/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/(\d+)\s+\d+\s+R/g)].map(([, number]) => Number(number)),
  )

/** Collects what the forms of a file draw, and finds those that draw themselves large. */
export const createNesting = () => {
  const contents = new Map<number, Content>()
  const known = new Map<number, number>()
  /** How much one call of a form draws; what calls itself is cut off by every reader. */
  const drawnBy = (form: number, above: ReadonlySet<number>): number => {
    const content = contents.get(form)
    if (!content || above.has(form)) {
      return 1
    }
    const told = known.get(form)
    if (told !== undefined) {
      return told
    }
    const below = new Set([...above, form])
    const most = Math.max(1, ...content.forms.map((each) => drawnBy(each, below)))
    const drawn = Math.min(1 + content.calls * most, MOST_DRAWN * 2)
    known.set(form, drawn)
    return drawn
  }
  return {
    /** Whether any form draws more than a page may. */
    isEndless: (): boolean =>
      [...contents.keys()].some((form) => drawnBy(form, new Set()) > MOST_DRAWN),
    /** Takes note of a form that was unpacked. */
    note: ({ dictionary, number }: RawStream, plain: Buffer): void => {
      if (number !== null && /\/Subtype\s*\/Form(?![A-Za-z])/.test(dictionary)) {
        contents.set(number, { calls: countCalls(plain), forms: formsOf(dictionary) })
      }
    },
  }
}

/** See {@link createNesting}. */
export type Nesting = ReturnType<typeof createNesting>
