import { analyseReturn } from '@/plugin/spk/evidence'

import { ATTACKS } from '../../support/spk/attacks'
import type { Issued } from '../../support/spk/issue'

/** One file and what was found in it: severities, or `fault` when it was sent back. */
export type Judged = { hash: string; kind: string; level: string; severities: string[] }

/** Looks at one returned file. */
export const judge = async (args: {
  earlierHashes?: readonly string[]
  issued: Issued
  kind: string
  level: string
  returned: Uint8Array
}): Promise<Judged> => {
  const { earlierHashes = [], issued, kind, level, returned } = args
  const { readQr, token } = issued
  const analysis = await analyseReturn({
    earlierHashes,
    issued,
    mode: 'e-last',
    readQr,
    returned,
    token,
  })
  return analysis.kind === 'fault'
    ? { hash: '', kind, level, severities: ['fault'] }
    : {
        hash: analysis.signatureHash,
        kind,
        level,
        severities: [...new Set(analysis.findings.map(({ severity }) => severity))],
      }
}

/** Every attack of the ladder, so many times each. */
export const judgeAttacks = async (args: {
  each: number
  issued: readonly Issued[]
}): Promise<Judged[]> => {
  const { each, issued } = args
  const kinds = Object.entries(ATTACKS).flatMap(([level, own]) =>
    Object.entries(own).map(([kind, attack]) => ({ attack, kind, level })),
  )
  const judged: Judged[] = []
  for (const { attack, kind, level } of kinds) {
    for (const [at, document] of repeat(issued, each).entries()) {
      const returned = await attack({ hand: at + 1, issued: document, seed: at * 13 + 5 })
      judged.push(await judge({ issued: document, kind, level, returned }))
    }
  }
  return judged
}

/** Documents in turn, so many in all. */
export const repeat = (issued: readonly Issued[], count: number): Issued[] =>
  Array.from({ length: count }, (_, at) => issued[at % issued.length]).filter(
    (each) => each !== undefined,
  )
