import type { FaultCode } from '../evidence/finding'

import { INSPECT_LIMITS, type InspectLimits } from './limits'
import { INSPECT_FOLDER, placeOf, programIn } from './place'
import { precheck } from './precheck'
import { type InspectorUsage, runInspector } from './runInspector'

/** What a returned file is once it has been opened, or why it is refused. */
export type Look =
  | { fault: FaultCode; usage: InspectorUsage | null }
  | { fault: null; pages: number; usage: InspectorUsage }

/**
 * Whether a PDF may be taken at all: opens it in the inspecting process, within all limits.
 * `issuedPages` is what the document had; without it only the general limit holds.
 */
export const lookAtFile = async (
  bytes: Uint8Array,
  options: { issuedPages?: number; limits?: InspectLimits } = {},
): Promise<Look> => {
  const { issuedPages, limits = INSPECT_LIMITS } = options
  const first = precheck(bytes, limits)
  if ('fault' in first) {
    return { fault: first.fault, usage: null }
  }
  if (first.kind !== 'pdf') {
    return { fault: 'notPdf', usage: null }
  }
  const mostPages = issuedPages === undefined ? limits.pages : issuedPages + limits.pagesExtra
  const program = programIn(placeOf(import.meta.url, INSPECT_FOLDER), 'look')
  const result = await runInspector(
    { files: { file: bytes }, program, task: { limits, mostPages } },
    limits,
  )
  return result.kind === 'fault'
    ? { fault: result.fault, usage: result.usage }
    : { fault: null, pages: (result.value as { pages: number }).pages, usage: result.usage }
}
