import { INSPECT_LIMITS, placeOf, programIn, runInspector } from '../inspect'

/**
 * One page of a document of our own making as a JPEG, drawn in the inspecting process: readers of PDF
 * have no place where secrets are. Pages count from 1.
 *
 * @throws Error when it cannot be drawn
 */
export const drawOwnPage = async (bytes: Uint8Array, page: number): Promise<Uint8Array> => {
  const program = programIn(placeOf(import.meta.url, 'src/plugin/spk/evidence'), 'drawPage')
  const task = { limits: INSPECT_LIMITS, page }
  const result = await runInspector({ files: { document: bytes }, program, task }, INSPECT_LIMITS)
  const picture = result.kind === 'done' ? result.files['page.jpg'] : undefined
  if (!picture) {
    throw new Error(`Page ${page} could not be drawn`)
  }
  return picture
}
