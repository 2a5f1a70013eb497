import { cache } from 'react'

import { type DebtPayment, findDebtPayments } from '@/plugin/instalments'

import { getShop } from '../shop'

/** Which payments paid which debts of an order: each has a receipt. */
export const findReceipts = cache(async (token: string): Promise<DebtPayment[]> =>
  findDebtPayments(await getShop(), token),
)
