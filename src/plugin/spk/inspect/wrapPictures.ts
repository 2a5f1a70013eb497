import type { FaultCode } from '../evidence/finding'

import { INSPECT_LIMITS, type InspectLimits } from './limits'
import { INSPECT_FOLDER, placeOf, programIn } from './place'
import { precheck } from './precheck'
import { runInspector } from './runInspector'

/** The pictures as one PDF, or why one of them cannot be a page; `at` counts from 0. */
export type Wrapped = { at: null | number; fault: FaultCode } | { bytes: Uint8Array; fault: null }

/**
 * Makes one PDF of photographs of pages, one page each, in their order, turned as the camera held
 * it, as fine as the limit of a file allows (300 dpi of A4 at most, 150 at least). The pictures themselves are not touched: whoever calls this keeps them. Decoding happens in
 * the inspecting process.
 */
export const wrapPictures = async (
  pictures: readonly Uint8Array[],
  limits: InspectLimits = INSPECT_LIMITS,
): Promise<Wrapped> => {
  if (pictures.length > limits.pages) {
    return { at: null, fault: 'tooManyPages' }
  }
  for (const [at, bytes] of pictures.entries()) {
    const found = precheck(bytes, limits)
    if ('fault' in found || found.kind === 'pdf') {
      return { at, fault: 'fault' in found ? found.fault : 'notPdf' }
    }
  }
  const named = pictures.map((bytes, at) => [`picture-${at}`, bytes] as const)
  const task = { count: pictures.length, limits }
  const program = programIn(placeOf(import.meta.url, INSPECT_FOLDER), 'wrap')
  const result = await runInspector({ files: Object.fromEntries(named), program, task }, limits)
  if (result.kind === 'fault') {
    return { at: null, fault: result.fault }
  }
  const bytes = result.files['wrapped.pdf']
  return bytes ? { bytes, fault: null } : { at: null, fault: 'broken' }
}
