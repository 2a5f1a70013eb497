import type { MeteraiMode } from '../content'
import type { SpkLayout } from '../document/layout'
import type { Analysis, Crop, Finding } from './finding'
import type { Sight, SightTask, StrayCode } from './sight'

import {
  faultTexts,
  INSPECT_LIMITS,
  type InspectLimits,
  type InspectorResult,
  precheck,
  placeOf,
  programIn,
  runInspector,
} from '../inspect'
import { judgePages, type ReadQr } from './judgePages'
import { find } from './signals/finding'

/** What is compared, and what is known beside it. */
export type ReturnToAnalyse = {
  /** Hashes of signatures that were sent before, by `signatureHash` of earlier analyses. */
  earlierHashes: readonly string[]
  issued: { bytes: Uint8Array; layout: SpkLayout }
  mode: MeteraiMode
  /** Reads a code of ours; answers `isOurs: false` for everything else. */
  readQr: ReadQr
  returned: Uint8Array
  /** The file that was really printed, when a stamp was affixed to the issued one. */
  stamped?: { bytes: Uint8Array; rect: NonNullable<SightTask['stamped']>['rect'] }
  /** Token of this document, as `readQr` gives it. */
  token: string
}

const runEyes = (args: ReturnToAnalyse, limits: InspectLimits): Promise<InspectorResult> => {
  const { earlierHashes, issued, mode, returned, stamped } = args
  const task: SightTask = {
    earlierHashes,
    layout: issued.layout,
    limits,
    mode,
    stamped: stamped ? { rect: stamped.rect } : null,
  }
  const files = {
    issued: issued.bytes,
    returned,
    ...(stamped ? { stamped: stamped.bytes } : {}),
  }
  const program = programIn(placeOf(import.meta.url, 'src/plugin/spk/evidence'), 'analyse')
  return runInspector({ files, program, task }, limits)
}

/** S7 and S16 for codes that are not a page's own: what they say decides, and where they stand. */
const judgeStray = (stray: StrayCode, { readQr }: ReturnToAnalyse): Finding => {
  const { isInBox, page, text } = stray
  if (!isInBox) {
    return find('S7', 'amber', { page, text: 'codeElsewhere' })
  }
  const what = readQr(text).isOurs ? 'codeCopied' : 'codeInBox'
  return find('S7', 'red', { crop: 'signature', page, text: what })
}

const findExtraPages = ({ pages }: Sight): Finding[] =>
  pages.includes(null) ? [find('S16', 'amber', { page: null, text: 'extraPage' })] : []

const cropsOf = ({ crops }: Sight, files: Record<string, Uint8Array>): Crop[] =>
  crops.flatMap(({ height, name, width }) => {
    const bytes = files[`${name}.jpg`]
    return bytes ? [{ bytes, height, name, width }] : []
  })

const usageOf = ({ usage }: InspectorResult): Record<string, string> => ({
  peakMb: (usage.rssBytes / 1_000_000).toFixed(0),
  seconds: usage.seconds.toFixed(2),
})

const conclude = (
  result: Extract<InspectorResult, { kind: 'done' }>,
  args: ReturnToAnalyse,
): Analysis => {
  const sight = result.value as Sight
  const { readQr, token } = args
  const expected = args.issued.layout.pages.length
  const fault = judgePages(sight, { expected, readQr, token })
  if (fault) {
    return { ...fault, kind: 'fault' }
  }
  const strays = sight.strays.filter(({ page }) => page !== null)
  return {
    crops: cropsOf(sight, result.files),
    findings: [
      ...sight.findings,
      ...strays.map((stray) => judgeStray(stray, args)),
      ...findExtraPages(sight),
    ],
    kind: 'analysed',
    signatureHash: sight.signatureHash,
    tools: { ...sight.tools, ...usageOf(result) },
  }
}

/**
 * Looks at what a customer sent back, beside what was issued: all pages of it, in a process of its
 * own. Findings are aids for a person: red only where the file's own structure or a code that can be
 * read proves it, amber from pixels, and never a score. A file that cannot be judged is a fault; only
 * an inspector that cannot be started throws.
 */
export const analyseReturn = async (
  args: ReturnToAnalyse,
  limits: InspectLimits = INSPECT_LIMITS,
): Promise<Analysis> => {
  const first = precheck(args.returned, limits)
  if ('fault' in first || first.kind !== 'pdf') {
    const fault = 'fault' in first ? first.fault : 'notPdf'
    return { detail: faultTexts[fault], fault, kind: 'fault' }
  }
  const result = await runEyes(args, limits)
  return result.kind === 'fault'
    ? { detail: faultTexts[result.fault], fault: result.fault, kind: 'fault' }
    : conclude(result, args)
}
