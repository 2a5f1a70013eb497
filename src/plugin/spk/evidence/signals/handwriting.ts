import type { SpkBox } from '../../document/layout'
import type { Finding } from '../finding'
import type { PageView } from '../pageView'

import { find } from './finding'
import { type Ink, inkArea, inkAreaIn, isBlue, pixelsOf, readInk } from './ink'
import { isClippedNoise, isNeverScanned, measurePaper } from './noise'
import { hashDistance, signatureHash } from './signatureHash'

/** mm² of ink below which a box is empty: dust and the rim of a print are less. */
const LEAST_INK = { challenge: 5, signature: 8 }
const MARGIN_MM = 4
/** Of 256 bits: measured, two signatures of one hand differ in more, two scans of one in fewer. */
const REPEATED_BITS = 26

/** What was read of the customer's handwriting. */
export type Handwriting = { findings: Finding[]; hash: string; signature: Ink | null }

/** S14: weak, but only handwriting does it by itself. */
const findCrossing = (ink: Ink, box: SpkBox): Finding[] => {
  const outside = inkArea(ink) - inkAreaIn(ink, box)
  return outside > 1.2 ? [find('S14', 'green', { page: box.page, text: 'crossesLine' })] : []
}

/** S10: how the paper around the signature looks; only a scanner's own pixels can tell. */
const findNoise = (view: PageView, box: SpkBox): Finding[] => {
  if (!view.page.isNative) {
    return []
  }
  const paper = measurePaper(view.page.raster, pixelsOf(view, box))
  const about = { crop: 'signature', page: box.page }
  if (isNeverScanned(paper)) {
    return [find('S10', 'amber', { ...about, text: 'neverScanned' })]
  }
  return isClippedNoise(paper) ? [find('S10', 'amber', { ...about, text: 'unevenNoise' })] : []
}

const findRepeated = (hash: string, earlier: readonly string[], page: number): Finding[] =>
  earlier.some((other) => hashDistance(hash, other) <= REPEATED_BITS)
    ? [find('S13', 'amber', { crop: 'signature', page, text: 'repeated' })]
    : []

/** S10, S11, S13 and S14: what the signature box says. */
export const readSignature = (
  view: PageView,
  box: SpkBox,
  earlierHashes: readonly string[],
): Handwriting => {
  const signature = readInk(view, box, MARGIN_MM)
  const about = { crop: 'signature', page: box.page }
  const noise = findNoise(view, box)
  if (inkAreaIn(signature, box) < LEAST_INK.signature) {
    const empty = find('S11', 'amber', { ...about, text: 'noInk' })
    return { findings: [empty, ...noise], hash: '', signature }
  }
  const hash = signatureHash(signature)
  const findings = [
    ...(isBlue(signature) ? [find('S11', 'green', { ...about, text: 'blueInk' })] : []),
    ...findCrossing(signature, box),
    ...noise,
    ...findRepeated(hash, earlierHashes, box.page),
  ]
  return { findings, hash, signature }
}

/** S12: whether anything is written where the code is to be written by hand; what, a person reads. */
export const readChallenge = (view: PageView, box: SpkBox): { findings: Finding[]; ink: Ink } => {
  const ink = readInk(view, box, 1)
  const isWritten = inkAreaIn(ink, box) >= LEAST_INK.challenge
  const about = { crop: 'challenge', page: box.page }
  const finding = isWritten
    ? find('S12', 'green', { ...about, text: 'challengeWritten' })
    : find('S12', 'amber', { ...about, text: 'challengeEmpty' })
  return { findings: [finding], ink }
}
