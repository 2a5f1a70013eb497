const NIK = /^\d{16}$/

/** Whether a text has the form of a NIK: sixteen digits. */
export const isNik = (text: string): boolean => NIK.test(text)

/**
 * The first and the last two digits of a NIK; the rest is nobody's business (facts/spk.md §5.2).
 *
 * @throws RangeError for what is not a NIK
 */
export const maskNik = (nik: string): string => {
  if (!isNik(nik)) {
    throw new RangeError('A NIK has sixteen digits')
  }
  return `${nik.slice(0, 2)}${'•'.repeat(12)}${nik.slice(-2)}`
}

/** Whether a text holds a whole NIK, however it is parted: content must not. */
export const holdsNik = (text: string): boolean => /(?<!\d)(?:\d[ .-]?){15}\d(?!\d)/.test(text)
