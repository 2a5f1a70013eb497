import { expect, type Page } from '@playwright/test'

/** From the page of an order: the customer picks the first time that is free. */
export const pickFirstTime = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Pilih waktu sesi' }).click()
  await page.getByRole('radio').first().check({ force: true })
  await page.getByRole('button', { name: 'Simpan waktu ini' }).click()
  await expect(page.getByText('Waktu sesi tersimpan.')).toBeVisible()
}

/** On the page of a delivery: staff write what was said in the session. */
export const writeSessionSummary = async (desk: Page, words: string): Promise<void> => {
  await desk.getByRole('button', { name: 'Tulis ringkasan' }).press('Enter')
  const drawer = desk.locator('.drawer--is-open').last()
  await drawer.locator('[contenteditable=true]').first().click()
  await desk.keyboard.type(words)
  await drawer.getByRole('button', { name: 'Simpan' }).click()
  await expect(desk.locator('.drawer--is-open')).toHaveCount(0)
  await expect(desk.getByRole('button', { name: 'Ubah ringkasan' })).toBeVisible()
}
