import { ADDITIONS } from '../../support/spk/attacks'
import type { Issued } from '../../support/spk/issue'
import { type Scanner, scanSheets } from '../../support/spk/scanner'
import { printsOf, signSheets } from '../../support/spk/sheet'
import { type Judged, judge, repeat } from './attacks'

const SCANNERS: readonly Scanner[] = ['colour', 'grey', 'app', 'photo']

const HANDS = 5
const handAt = (at: number): number => (at % HANDS) + 1

/** Honest ink, scanned each way; each hand signs again and again, and never the same. */
export const judgeWet = async (args: {
  each: number
  issued: readonly Issued[]
}): Promise<Judged[]> => {
  const { each, issued } = args
  const judged: Judged[] = []
  const hashes = new Map<number, string[]>()
  const documents = repeat(issued, each)
  const look = async (kind: string, at: number, returned: Uint8Array): Promise<void> => {
    const earlierHashes = hashes.get(handAt(at)) ?? []
    const document = documents[at] as Issued
    const found = await judge({ earlierHashes, issued: document, kind, level: 'wet', returned })
    hashes.set(handAt(at), [...earlierHashes, found.hash])
    judged.push(found)
  }
  let time = 0
  const scan = async (scanner: Scanner, at: number): Promise<Uint8Array> => {
    const document = documents[at] as Issued
    const sheets = await printsOf(document)
    signSheets(sheets, document, { hand: handAt(at), pen: at, time: ++time })
    return scanSheets(sheets, scanner, at * 29 + 3)
  }
  for (let at = 0; at < each; at++) {
    for (const scanner of SCANNERS) {
      await look(scanner, at, await scan(scanner, at))
    }
    for (const [kind, add] of Object.entries(ADDITIONS)) {
      await look(kind, at, await add(await scan('colour', at)))
    }
  }
  return judged
}
