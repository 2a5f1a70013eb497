import { expect, type Page } from '@playwright/test'

/** How a payment at the simulated gateway ends. */
export type Ending = 'Bayar sekarang' | 'Gagalkan' | 'Kedaluwarsakan'

/** Chooses QRIS and ends the payment; the simulator then knows the outcome. */
export const endPayment = async (page: Page, ending: Ending): Promise<void> => {
  await page.getByRole('button', { name: /QRIS/ }).first().click()
  await page.getByRole('button', { exact: true, name: ending }).click()
}

/** Follows "Kembali ke toko" where the gateway does not send the customer back by itself. */
export const returnToShop = async (page: Page): Promise<void> => {
  const back = page.getByRole('link', { name: 'Kembali ke toko' })
  await expect(
    back.or(page.getByRole('link', { name: 'Buka halaman pesanan' })).first(),
  ).toBeVisible()
  if (await back.isVisible()) {
    await back.click()
  }
  await expect(page).toHaveURL(/\/pembayaran\/selesai/)
}
