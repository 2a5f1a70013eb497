import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'

/** A buyer whose data every rule of the shop accepts. */
export const buyer = {
  email: 'budi@contoh.id',
  name: 'Budi Santoso',
  notes: 'Situs saya contoh.id',
  phone: '0812 3456 7890',
}

/** An address that no other test writes to. */
export const newAddress = (): string => `uji-${randomUUID().slice(0, 8)}@contoh.id`

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

/** Nothing that `fillCheckout` typed has been lost. */
export const expectFilled = async (
  page: Page,
  changes: Partial<typeof buyer> = {},
): Promise<void> => {
  const data = { ...buyer, ...changes }
  await expect(page.getByLabel('Nama lengkap')).toHaveValue(data.name)
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(data.email)
  await expect(page.getByLabel('Nomor WhatsApp')).toHaveValue(data.phone)
  await expect(page.getByLabel('Catatan')).toHaveValue(data.notes)
  await expect(page.getByRole('checkbox', { name: /Saya menyetujui/ })).toBeChecked()
}

/** From the home page to the checkout of one product, the way a customer walks. */
export const openCheckout = async (page: Page, title = 'Konsultasi IT 1 Jam'): Promise<void> => {
  await page.goto('/')
  await page.getByRole('link', { exact: true, name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('link', { name: 'Beli Sekarang' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible()
}

/** Puts a product into the cart from its page, and stops at the cart. */
export const addToCart = async (page: Page, slug: string): Promise<void> => {
  await page.goto(`/produk/${slug}`)
  await page.getByRole('button', { name: 'Tambah ke keranjang' }).click()
  await expect(page).toHaveURL(/\/keranjang$/)
}

/** Presses "Bayar Rp…", whatever comes of it. */
export const pressPay = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Bayar Rp/ }).click()

/** Presses "Bayar Rp…" and waits for the gateway's page. */
export const submitCheckout = async (page: Page): Promise<void> => {
  await pressPay(page)
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
}

/** Orders one product, a consultation if none is named, and stops on the gateway's page. */
export const orderOne = async (
  page: Page,
  changes: Partial<typeof buyer> = {},
  title?: string,
): Promise<void> => {
  await openCheckout(page, title)
  await fillCheckout(page, changes)
  await submitCheckout(page)
}

/** Goes from the gateway's page back to the shop's own page of the order; returns its address. */
export const leaveGateway = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: 'Kembali ke toko' }).click()
  await page.getByRole('link', { name: 'Buka halaman pesanan' }).click()
  await expect(page).toHaveURL(/\/pesanan\/[\w-]{20,}/)
  return new URL(page.url()).pathname
}
