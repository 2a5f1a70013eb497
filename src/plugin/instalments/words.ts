import type { PanelState } from '../kernel/machine'
import type { InstalmentKind } from '../plans'

import { plainWord } from '../kernel/machine'

/** What a debt is for, as people call it. */
export const INSTALMENT_KINDS: Record<InstalmentKind, PanelState> = {
  downPayment: plainWord('Uang muka', 'Down payment'),
  full: plainWord('Pembayaran penuh', 'Full payment'),
  instalment: plainWord('Cicilan', 'Instalment'),
  lateFee: plainWord('Denda', 'Late fee'),
}
