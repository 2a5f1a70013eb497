import type { Labels } from '../../kernel/errors'
import type { Compared, CompareTask } from './compareFiles'

import {
  faultTexts,
  INSPECT_LIMITS,
  type InspectLimits,
  placeOf,
  programIn,
  runInspector,
} from '../inspect'

/** Whether a stamped file says and shows what was to be stamped, and a sentence about it. */
export type Comparison = { isSameLook: boolean; isSameText: boolean; note: Labels }

const SAME: Labels = {
  en: 'The file was written anew on its way, but text and pages are those of the issued document.',
  id: 'Susunan berkas ditulis ulang, tetapi teks dan halamannya sama dengan dokumen terbit.',
}

const say = (pages: readonly number[], { en, id }: Labels): Labels => {
  const list = pages.join(', ')
  return { en: `${en} ${list}.`, id: `${id} ${list}.` }
}

const conclude = ({ looks, texts }: Compared): Comparison => {
  const [isSameLook, isSameText] = [looks.length === 0, texts.length === 0]
  if (!isSameText) {
    const note = say(texts, {
      en: 'The text differs from the issued document on page',
      id: 'Teks berbeda dari dokumen terbit pada halaman',
    })
    return { isSameLook, isSameText, note }
  }
  const looked = say(looks, {
    en: 'The text is that of the issued document, but these pages look different outside the stamp:',
    id: 'Teksnya sama dengan dokumen terbit, tetapi di luar e-Meterai tampilannya berbeda pada halaman',
  })
  return { isSameLook, isSameText, note: isSameLook ? SAME : looked }
}

/**
 * Compares a stamped file that does not begin with the bytes of the issued one: a portal may write a file
 * anew without changing what it says (facts/spk.md §8). In a process of its own; what cannot be opened
 * within its limits is the same in nothing.
 */
export const compareStamped = async (
  args: { issued: Uint8Array; rect: CompareTask['rect']; stamped: Uint8Array },
  limits: InspectLimits = INSPECT_LIMITS,
): Promise<Comparison> => {
  const { issued, rect, stamped } = args
  const program = programIn(placeOf(import.meta.url, 'src/plugin/spk/evidence'), 'compare')
  const task: CompareTask = { limits, rect }
  const result = await runInspector({ files: { issued, stamped }, program, task }, limits)
  return result.kind === 'fault'
    ? { isSameLook: false, isSameText: false, note: faultTexts[result.fault] }
    : conclude(result.value as Compared)
}
