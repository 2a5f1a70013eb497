import type { Finding, Severity, SignalId } from '../finding'

import { findingTexts } from './texts'

/** Puts a finding into words. */
export const find = (
  signal: SignalId,
  severity: Severity,
  about: { crop?: string; page: null | number; text: keyof typeof findingTexts },
): Finding => ({
  ...(about.crop === undefined ? {} : { crop: about.crop }),
  page: about.page,
  severity,
  signal,
  text: findingTexts[about.text],
})
