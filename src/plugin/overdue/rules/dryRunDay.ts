import { type WibDay, wibDay } from '../../kernel/time'

/** A WIB day that somebody typed as `2026-12-05`; undefined for anything that is none. */
export const findDay = (typed: unknown): undefined | WibDay => {
  if (typeof typed !== 'string' || !/^20\d{2}-\d{2}-\d{2}$/.test(typed)) {
    return undefined
  }
  try {
    return wibDay(typed)
  } catch {
    return undefined
  }
}
