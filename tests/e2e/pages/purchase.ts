import { expect, type Page } from '@playwright/test'

import { endPayment, returnToShop } from './gateway'

/** Pays at the gateway, comes back and stops on the page of the order; returns its address. */
export const payAndOpenOrder = async (page: Page): Promise<string> => {
  await endPayment(page, 'Bayar sekarang')
  await returnToShop(page)
  await page.getByRole('link', { name: 'Buka halaman pesanan' }).click()
  await expect(page).toHaveURL(/\/pesanan\/[\w-]{20,}$/)
  return new URL(page.url()).pathname
}
