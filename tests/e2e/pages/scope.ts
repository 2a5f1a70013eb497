import { expect, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'

import { findPorts } from '../ports'

const ports = await findPorts()

/** Fills the scope form in and sends it, with or without JavaScript. */
export const writeScope = async (page: Page, domain: string): Promise<void> => {
  await page.getByLabel('Domain utama').fill(domain)
  await page.getByLabel('Waktu yang diizinkan').fill('Senin–Jumat 22.00–05.00 WIB')
  await page.getByLabel('Kontak darurat').fill('Budi, 0812-3456-7890')
  await page.getByLabel('Nama lengkap').fill('Budi Santoso')
  await page.getByLabel('Jabatan').fill('Direktur')
  await page.getByLabel('Pemilik', { exact: true }).check()
  await page.getByLabel('Saya sudah membaca pernyataan ini dan memberi izin.').check()
  await page.getByRole('button', { name: 'Simpan dan beri izin' }).click()
}

/** What the owner of the domain does in his DNS panel: here, on the page of the simulator. */
export const putRecord = async (page: Page, record: { name: string; value: string }) => {
  const answer = await page.request.post(`http://127.0.0.1:${ports.domains}/__control/txt`, {
    form: record,
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
}

/** From the page of an order: the customer writes the scope of his analysis and permits it. */
export const sendScope = async (page: Page): Promise<void> => {
  const link = page.getByRole('link', { name: 'Isi ruang lingkup' })
  // A job opens the form once the order is paid.
  await expect(async () => {
    await page.reload()
    await expect(link).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await link.click()
  await writeScope(page, `situs-${randomUUID().slice(0, 8)}.test`)
  await expect(page.getByText('Ruang lingkup dan izin Anda tersimpan.')).toBeVisible()
}

/** On the page of the delivery: staff do without a proof of the domain, and agree on the days. */
export const agreeOnScope = async (desk: Page): Promise<void> => {
  await desk.reload()
  const scope = desk.getByRole('region', { exact: true, name: 'Ruang lingkup' })
  const dialog = desk.getByRole('dialog')
  await scope.getByRole('button', { name: 'Terima tanpa bukti domain' }).press('Enter')
  await dialog.getByRole('textbox').fill('Surat kuasa sudah kami terima')
  await dialog.getByRole('button', { name: 'Terima tanpa bukti domain' }).press('Enter')
  await scope.getByLabel('Analisis dimulai').fill('2026-12-31')
  await scope.getByLabel('Perkiraan laporan').fill('2027-01-08')
  await scope.getByRole('button', { name: 'Sepakati dan jadwalkan' }).press('Enter')
  await expect(desk.getByText('Terjadwal').first()).toBeVisible()
}

/** Ticks off what is left to people: what the shop knows is ticked or closed already. */
export const tickRest = async (desk: Page): Promise<void> => {
  for (const box of await desk.getByRole('checkbox', { disabled: false }).all()) {
    if (!(await box.isChecked())) {
      await box.click()
      await expect(box).toBeChecked()
      await expect(box).toBeEnabled()
    }
  }
}
