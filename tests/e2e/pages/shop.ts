import { expect, type Page } from '@playwright/test'

/** A buyer whose data every rule of the shop accepts. */
export const buyer = {
  email: 'budi@contoh.id',
  name: 'Budi Santoso',
  notes: 'Situs saya contoh.id',
  phone: '0812 3456 7890',
}

/** Fills the checkout form; fields given here replace the usual buyer's. */
export const fillCheckout = async (
  page: Page,
  changes: Partial<typeof buyer> = {},
): Promise<void> => {
  const data = { ...buyer, ...changes }
  await page.getByLabel('Nama lengkap').fill(data.name)
  await page.getByLabel('Email', { exact: true }).fill(data.email)
  await page.getByLabel('Nomor WhatsApp').fill(data.phone)
  await page.getByLabel('Catatan').fill(data.notes)
  await page.getByRole('checkbox', { name: /Saya menyetujui/ }).check()
}

/** From the home page to the checkout of one product, the way a customer walks. */
export const openCheckout = async (page: Page, title = 'Konsultasi IT 1 Jam'): Promise<void> => {
  await page.goto('/')
  await page.getByRole('link', { exact: true, name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('link', { name: 'Beli Sekarang' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible()
}

/** Presses "Bayar Rp…" and waits for the gateway's page. */
export const submitCheckout = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Bayar Rp/ }).click()
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
}

/** Orders one consultation and stops on the gateway's page. */
export const orderOne = async (page: Page): Promise<void> => {
  await openCheckout(page)
  await fillCheckout(page)
  await submitCheckout(page)
}

/** Goes from the gateway's page back to the shop's own page of the order; returns its address. */
export const leaveGateway = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'Kembali ke toko' }).click()
  await page.getByRole('link', { name: 'Buka halaman pesanan' }).click()
  await expect(page).toHaveURL(/\/pesanan\/[\w-]{20,}/)
  return new URL(page.url()).pathname
}
