import { expect, type Page } from '@playwright/test'

import { drawScreenshot } from './problem'

/** The open editor beside the page of a delivery. */
const drawerOf = (desk: Page) => desk.locator('.drawer--is-open').last()

/** Saves what stands in the editor and waits until it is gone. */
const save = async (desk: Page): Promise<void> => {
  await drawerOf(desk).getByRole('button', { name: 'Simpan' }).click()
  await expect(desk.locator('.drawer--is-open')).toHaveCount(0)
}

/** Writes the summary of a report from the page of its delivery. */
export const writeSummary = async (desk: Page): Promise<void> => {
  await desk.getByRole('button', { name: 'Tulis ringkasan' }).click()
  await drawerOf(desk).locator('textarea[name="summary"]').fill('Satu celah berat; sisanya baik.')
  await save(desk)
  await expect(desk.getByRole('button', { name: 'Ubah ringkasan' })).toBeVisible()
}

/** Adds a finding of the gravest kind. */
export const addFinding = async (desk: Page, title: string): Promise<void> => {
  await desk.getByRole('button', { name: 'Tambah temuan' }).click()
  const drawer = drawerOf(desk)
  await drawer.locator('input[name="title"]').fill(title)
  await drawer.locator('#field-severity input').fill('Kritis')
  await desk.keyboard.press('Enter')
  await drawer.locator('textarea[name="description"]').fill('Parameter id tidak diikat.')
  await drawer.locator('textarea[name="evidence"]').fill("GET /produk?id=1' OR 1=1 HTTP/1.1")
  await drawer.locator('textarea[name="recommendation"]').fill('Ikat parameter kueri.')
  await save(desk)
  await expect(desk.getByRole('button', { name: `· ${title}` })).toBeVisible()
}

/** Proves the first finding by a picture. */
export const addPicture = async (desk: Page, caption: string): Promise<void> => {
  await desk.getByText('Tambah gambar ke T-01').press('Enter')
  await desk.getByLabel('Gambar', { exact: true }).setInputFiles(await drawScreenshot())
  await desk.getByLabel('Yang terlihat pada gambar').fill(caption)
  await desk.getByRole('button', { exact: true, name: 'Tambahkan' }).press('Enter')
  await expect(desk.getByText(caption).first()).toBeVisible()
}

/** Changes the status of a finding to mended. */
export const mendFinding = async (desk: Page, title: string): Promise<void> => {
  await desk.getByRole('button', { name: `· ${title}` }).click()
  const drawer = drawerOf(desk)
  await drawer.locator('#field-status input').fill('Sudah diperbaiki')
  await desk.keyboard.press('Enter')
  await drawer.locator('textarea[name="remark"]').fill('Parameter sudah terikat.')
  await save(desk)
  const report = desk.getByRole('region', { name: 'Laporan' })
  await expect(report.getByText('Sudah diperbaiki')).toBeVisible()
}

/** Issues the next revision and waits until its file is built. */
export const issueReport = async (desk: Page, revision: number): Promise<void> => {
  await desk.getByRole('button', { name: 'Terbitkan laporan' }).press('Enter')
  await desk.getByRole('dialog').getByRole('button', { name: 'Terbitkan laporan' }).press('Enter')
  const row = desk
    .getByRole('listitem')
    .filter({ hasText: `Revisi ${revision}` })
    .first()
  await expect(async () => {
    await desk.reload()
    await expect(row.getByText('Siap', { exact: true })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
}
