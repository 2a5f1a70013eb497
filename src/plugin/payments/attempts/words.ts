import { plainWord } from '../../kernel/machine'

/** How money reached the shop: through the gateway, or recorded by staff. */
export const PAYMENT_METHODS = {
  gateway: plainWord('Duitku', 'Duitku'),
  transfer: plainWord('Transfer bank, dicatat admin', 'Bank transfer, recorded by staff'),
} as const
