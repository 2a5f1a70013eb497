import type { Labels } from '../../kernel/errors'
import type { SpkInstalment } from '../content'

/** Rows of a schedule with their names; what is paid up front is not counted as an instalment. */
export const nameInstalments = (
  rows: readonly SpkInstalment[],
): ({ name: Labels } & SpkInstalment)[] => {
  let count = 0
  return rows.map((row) => {
    if (row.kind === 'downPayment') {
      return { ...row, name: { id: 'Pembayaran di muka', en: 'Paid up front' } }
    }
    count++
    return { ...row, name: { id: `Angsuran ke-${count}`, en: `Instalment ${count}` } }
  })
}
