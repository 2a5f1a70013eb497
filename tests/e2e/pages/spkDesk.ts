import { expect, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'

import type { SpkLayout } from '@/plugin/spk/document'

/** What staff know of a customer from his papers; sixteen digits of nobody. */
const PAPERS = {
  'Jalan, nomor, RT/RW, kelurahan': 'Jalan Merdeka Nomor 10',
  'Kode pos': '40115',
  'Kota atau kabupaten': 'Kota Bandung',
  'NIK (16 angka)': '3174010203900001',
  Provinsi: 'Jawa Barat',
}

/** Wordings of the demo shop. */
export const WORDINGS = {
  first: 'SPK cicilan, e-Meterai di awal',
  last: 'SPK cicilan, e-Meterai di akhir',
}

const said = (desk: Page, text: string): Promise<void> =>
  expect(desk.locator('[data-sonner-toast]', { hasText: text }).first()).toBeVisible()

/** Finds an agreement in the queue by the number of its order and opens it; answers with its id. */
export const openAgreement = async (desk: Page, number: string): Promise<string> => {
  await desk.goto('/admin/spk')
  await desk.getByRole('link', { name: number }).click()
  await expect(desk).toHaveURL(/\/admin\/spk\/[\da-f-]{36}/)
  return desk.url().split('/').at(-1) ?? ''
}

/** Fills parts of the draft in and saves it. */
export const saveDraft = async (desk: Page, changes: Record<string, string>): Promise<void> => {
  for (const [label, text] of Object.entries(changes)) {
    await desk.getByLabel(label, { exact: true }).fill(text)
  }
  await desk.getByRole('button', { name: 'Simpan draf' }).press('Enter')
  await said(desk, 'Draf tersimpan')
}

/** Fills the whole draft in: wording and papers. */
export const fillDraft = async (desk: Page, wording: string): Promise<void> => {
  await desk.getByLabel('Naskah', { exact: true }).selectOption({ label: wording })
  await saveDraft(desk, PAPERS)
}

const submit = async (desk: Page, button: string, done: string): Promise<void> => {
  const control = desk.getByRole('button', { exact: true, name: button })
  await expect(control).toBeEnabled()
  await control.press('Enter')
  await said(desk, done)
}

/** Presses a button that needs no words, on the page as it stands now. */
export const press = async (desk: Page, button: string, done: string): Promise<void> => {
  await desk.reload()
  await submit(desk, button, done)
}

/** Loads the page anew until it says that the agreement stands somewhere. */
export const expectStanding = async (desk: Page, standing: string): Promise<void> => {
  const facts = desk.getByRole('region', { name: 'Pelanggan' })
  await expect(async () => {
    await desk.reload()
    await expect(facts.getByText(standing, { exact: true })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 45_000 })
}

/** The boxes and codes of the newest edition, where the document has them. */
export const readLayout = async (
  desk: Page,
  headers: Record<string, string>,
  id: string,
): Promise<SpkLayout> => {
  const query = `where[spk][equals]=${id}&sort=-edition&limit=1&depth=0`
  const answer = await desk.request.get(`/api/spk-editions?${query}`, { headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  const { docs } = (await answer.json()) as { docs: { layout: SpkLayout }[] }
  const [edition] = docs
  if (!edition) {
    throw new Error('No edition')
  }
  return edition.layout
}

/** Ticks the whole list and accepts. */
export const acceptSigned = async (desk: Page): Promise<void> => {
  const list = desk.getByRole('group', { name: 'Centang yang sudah Anda periksa' })
  for (const box of await list.getByRole('checkbox').all()) {
    await box.check()
  }
  await submit(desk, 'Terima', 'Diterima')
}

/** Sends a signature back with one reason and a word. */
export const rejectSigned = async (desk: Page, reason: RegExp, note: string): Promise<void> => {
  await desk.locator('summary', { hasText: 'Tolak' }).click()
  await desk.getByRole('checkbox', { name: reason }).check()
  await desk.getByLabel('Pesan untuk pelanggan (opsional)').fill(note)
  await submit(desk, 'Tolak', 'Dikembalikan')
}

/** Saves the newest file of a kind from the list of files. */
export const saveFile = async (desk: Page, kind: string): Promise<Buffer> => {
  const started = desk.waitForEvent('download')
  await desk
    .getByRole('row', { name: new RegExp(`^${kind}`) })
    .first()
    .getByRole('link', { name: /^Unduh/ })
    .click()
  return readFile(await (await started).path())
}

/** Uploads a file in one of the page's forms. */
export const bringFile = async (
  desk: Page,
  label: RegExp,
  file: { buffer: Buffer; mimeType: string; name: string },
): Promise<void> => {
  await desk.getByLabel(label).setInputFiles(file)
  await submit(desk, 'Unggah', 'Terunggah')
}
