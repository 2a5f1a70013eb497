import { expect, type Page } from '@playwright/test'
import sharp from 'sharp'

import { newAddress } from './shop'

/** Opens the public form. */
export const openReport = async (page: Page): Promise<void> => {
  await page.goto('/bantuan')
  await expect(page.getByRole('heading', { level: 1, name: 'Laporkan masalah' })).toBeVisible()
}

/** Fills the form in, pictures apart. */
export const fillReport = async (
  page: Page,
  { email = newAddress() }: { email?: string } = {},
): Promise<void> => {
  await page.getByLabel('Perihal').selectOption('doesNotOpen')
  await page.getByLabel('Apa yang terjadi?').fill('Tautan unduhan tidak bisa dibuka.')
  await page.getByLabel('Nama', { exact: true }).fill('Budi Santoso')
  await page.locator('#email').fill(email)
}

/** A picture as a telephone makes it. */
export const drawScreenshot = async (): Promise<{
  buffer: Buffer
  mimeType: string
  name: string
}> => ({
  buffer: await sharp({ create: { background: '#e3f1ee', channels: 3, height: 900, width: 420 } })
    .png()
    .toBuffer(),
  mimeType: 'image/png',
  name: 'Tangkapan layar.png',
})
