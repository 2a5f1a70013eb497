import type { Page } from '@playwright/test'

import { expect } from '@playwright/test'

import { readEditor } from './panel'

/** Signs the demo editor in through the panel's own form. */
export const signInToPanel = async (page: Page): Promise<void> => {
  const { email, password } = readEditor()
  await page.goto('/admin/login')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Kata Sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await expect(page.getByRole('heading', { name: 'Katalog' })).toBeVisible()
}

const openTab = (page: Page, name: string): Promise<void> =>
  page.locator('.tabs-field__tab-button', { hasText: name }).click()

const said = async (page: Page, text: RegExp): Promise<void> => {
  const toast = page.locator('[data-sonner-toast]', { hasText: text })
  await expect(toast.first()).toBeVisible()
  await expect(toast).toHaveCount(0, { timeout: 15_000 })
}

/** Fills the form of a new product, field by field. */
export const writeProduct = async (page: Page, title: string): Promise<void> => {
  await page.goto('/admin/collections/products/create')
  await page.locator('#field-title').fill(title)
  await page.locator('#field-kind').click()
  await page.getByRole('option', { name: 'Konsultasi' }).click()
  await page.locator('#field-price').fill('275000')
  await page.locator('#field-summary').fill('Belajar Git dengan contoh nyata.')
  await page.locator('[contenteditable=true]').first().click()
  await page.keyboard.type('Anda belajar cabang dan penggabungan.')
  await openTab(page, 'Setelah pembayaran')
  await page.locator('#field-afterPayment').fill('Kami menghubungi Anda.')
  await page.locator('#field-refundRule').fill('Uang kembali sebelum dimulai.')
}

/** Presses the button and waits until the panel says that it is saved. */
export const publish = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Publikasikan perubahan' }).click()
  await said(page, /Berhasil diperbarui/)
}

/** Uploads a picture from within the product's form. */
export const addPicture = async (page: Page, picture: { alt: string; file: string }) => {
  await openTab(page, 'Isi')
  await page.getByRole('button', { name: 'Buat Baru' }).click()
  await page.locator('input[type=file]').last().setInputFiles(picture.file)
  await page.locator('[class*=drawer] #field-alt').fill(picture.alt)
  await page.locator('[class*=drawer]').getByRole('button', { name: 'Simpan' }).last().click()
  await expect(page.locator('[class*=drawer] #field-alt')).toHaveCount(0)
}

/** Moves the product on the screen to the trash. */
export const throwAway = async (page: Page): Promise<void> => {
  await page.locator('.doc-controls__dots').first().click()
  await page.locator('#action-delete').click()
  await page.locator('#confirm-action').click()
  await said(page, /dipindahkan ke tempat sampah/)
}

/** Takes a product out of the trash. */
export const takeOut = async (page: Page, title: string): Promise<void> => {
  await page.goto('/admin/collections/products/trash')
  await page.getByRole('link', { name: title }).first().click()
  await page.locator('#action-restore').click()
  await page.locator('#confirm-action').click()
  await said(page, /berhasil dipulihkan/)
}
