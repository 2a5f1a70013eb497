import { expect, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'

import { enterAs } from './pages/desk'
import { expectFaultlessIn } from './pages/faults'
import { payAndOpenOrder } from './pages/purchase'
import { putRecord, writeScope } from './pages/scope'
import { newAddress, orderOne } from './pages/shop'

const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const

test('a scope is written without JavaScript, its domain proven, and an admin agrees and schedules', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000)
  const name = `Tono ${randomUUID().slice(0, 6)}`
  const domain = `situs-${randomUUID().slice(0, 8)}.test`
  await orderOne(page, { email: newAddress(), name }, 'Analisis Keamanan Web')
  const address = await payAndOpenOrder(page)

  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const paper = await plain.newPage()
  await paper.goto(address)
  await paper.getByRole('link', { name: 'Isi ruang lingkup' }).click()
  await writeScope(paper, 'https://127.0.0.1/')
  await expect(paper.getByText('Tulis nama domain, bukan alamat IP.').first()).toBeVisible()
  await expect(paper.getByLabel('Nama lengkap')).toHaveValue('Budi Santoso')
  await writeScope(paper, `https://${domain}/`)
  await expect(paper.getByText('Ruang lingkup dan izin Anda tersimpan.')).toBeVisible()
  const form = paper.url()

  const codes = paper.locator('code')
  const record = await codes.nth(0).innerText()
  const value = await codes.nth(1).innerText()
  expect(record).toBe(`_hanzamas.${domain}`)
  expect(value).toMatch(/^hanzamas-verifikasi=[0-9a-f]{32}$/)
  await page.goto(form)
  await expectFaultlessIn(page, looks)

  await putRecord(page, { name: record, value })
  await paper.getByRole('button', { name: 'Periksa sekarang' }).click()
  await expect(paper.getByText('Pemeriksaan dimulai.')).toBeVisible()
  await expect(async () => {
    await paper.goto(form)
    await expect(paper.getByText(`${domain} terbukti lewat catatan TXT.`)).toBeVisible()
  }).toPass({ timeout: 30_000 })
  await plain.close()

  const office = await browser.newContext({ locale: 'id-ID' })
  const desk = await office.newPage()
  await enterAs(desk, 'admin')
  await desk.goto('/admin/pekerjaan')
  const item = desk.getByRole('listitem').filter({ hasText: name })
  await item.getByRole('link', { name: /Analisis/ }).click()
  const part = desk.getByRole('region', { exact: true, name: 'Ruang lingkup' })
  await expect(part).toContainText('Terbukti lewat catatan TXT')
  await expect(part).toContainText('Budi Santoso, Direktur, Pemilik')
  await expectFaultlessIn(desk, looks, 'main')
  await part.getByLabel('Analisis dimulai').fill('2026-12-31')
  await part.getByLabel('Perkiraan laporan').fill('2027-01-08')
  await part.getByLabel('Pesan untuk pelanggan').fill('Kami mulai malam hari.')
  await part.getByRole('button', { name: 'Sepakati dan jadwalkan' }).press('Enter')
  await expect(part).toContainText('Disepakati')
  await expect(desk.getByText('Terjadwal').first()).toBeVisible()

  await page.goto(address)
  await expect(
    page.getByText(
      `${domain}: analisis dimulai 31 Desember 2026, perkiraan laporan 8 Januari 2027.`,
    ),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Lihat ruang lingkup' }).click()
  await expect(page.getByText('Kami mulai malam hari.')).toBeVisible()
  await expectFaultlessIn(page, looks)

  await desk.reload()
  await part.getByRole('button', { name: 'Minta perubahan' }).press('Enter')
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Tambahkan kontak darurat kedua.')
  await dialog.getByRole('button', { name: 'Minta perubahan' }).press('Enter')
  await expect(part).toContainText('Perlu diperbaiki')
  await page.reload()
  await expect(page.getByText('Tambahkan kontak darurat kedua.')).toBeVisible()
  await expect(page.getByLabel('Domain utama')).toHaveValue(domain)
  await office.close()
})
