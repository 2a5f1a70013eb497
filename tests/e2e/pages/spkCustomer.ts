import { expect, type Page } from '@playwright/test'

import { countMails, waitForMail } from './mail'

/** A product whose agreement comes before the money, and the plan that these tests buy it by. */
const AGREED = { plan: '3x', product: 'cloud-server' }

/** A member orders what needs an agreement; answers with the path and the number of the order. */
export const orderWithAgreement = async (
  page: Page,
): Promise<{ address: string; number: string }> => {
  await page.goto(`/checkout?produk=${AGREED.product}&plan=${AGREED.plan}`)
  await page.getByRole('checkbox', { name: /Saya menyetujui/ }).check()
  await page.getByRole('button', { name: /^Pesan/ }).click()
  await expect(page).toHaveURL(/\/pesanan\/[\w-]{20,}/)
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  return {
    address: new URL(page.url()).pathname,
    number: /HZ\/\d{4}\/\d{6}/.exec(title ?? '')?.[0] ?? '',
  }
}

/** Nothing can be paid: there is no button for it, and it is said why. */
export const expectUnpayable = async (page: Page, address: string): Promise<void> => {
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'SPK belum dikonfirmasi admin' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Bayar|^Lunasi/ })).toHaveCount(0)
}

/** Writes at one part of the content what is wrong with it, and sends it. */
export const askForCorrection = async (page: Page, part: string, text: string): Promise<void> => {
  await page.getByText(`Ada yang salah: ${part}`, { exact: true }).click()
  await page.getByRole('textbox', { exact: true, name: `Catatan: ${part}` }).fill(text)
  await page.getByRole('button', { name: 'Kirim catatan' }).click()
  await expect(page.getByText('Catatan Anda sudah dikirim ke admin.')).toBeVisible()
}

/** Reads and agrees. */
export const agreeToContent = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox', { name: /Saya sudah membaca seluruh isi/ }).check()
  await page.getByRole('button', { name: 'Data benar' }).click()
  await expect(page.getByText('Terima kasih. Isi SPK Anda nyatakan benar.')).toBeVisible()
}

/** Saves the document that is to be signed, as the browser writes it to the disk. */
export const saveToSign = async (page: Page): Promise<{ name: string; path: string }> => {
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Unduh: .*untuk ditandatangani$/ }).click()
  const download = await started
  return { name: download.suggestedFilename(), path: await download.path() }
}

type Sent = { buffer: Buffer; mimeType: string; name: string }

/** Pictures as a telephone names them. */
export const photosOf = (pictures: readonly Buffer[]): Sent[] =>
  pictures.map((buffer, at) => ({ buffer, mimeType: 'image/jpeg', name: `IMG_${4_210 + at}.jpg` }))

/** Sends what was signed, and waits until all of it has arrived. */
export const sendSigned = async (page: Page, files: Sent[]): Promise<void> => {
  await page.getByLabel('Dokumen bertanda tangan', { exact: true }).setInputFiles(files)
  await page.getByRole('button', { exact: true, name: 'Kirim' }).click()
  await expect(page.getByText('Berkas Anda sudah kami terima.')).toBeVisible({ timeout: 30_000 })
}

/** The link of the newest mail about the agreement; the catcher lists the newest first. */
export const readSpkLink = async (email: string, subject: RegExp): Promise<string> => {
  const { html, text } = await waitForMail({ subject, to: email })
  const found = /\/spk\/[\w-]{22}/.exec(`${text} ${html}`)
  expect(found, text).not.toBeNull()
  return String(found?.[0])
}

/** Shows by a code from his mailbox that it is he. */
export const enterMailedCode = async (page: Page, email: string): Promise<void> => {
  const earlier = await countMails(email)
  await page.getByRole('button', { name: 'Kirim kode ke email' }).click()
  await expect(page.getByText('Kode sudah dikirim ke email Anda.')).toBeVisible()
  await expect.poll(() => countMails(email), { timeout: 20_000 }).toBeGreaterThan(earlier)
  const { text } = await waitForMail({ subject: /^Kode SPK Anda/, to: email })
  const code = /\b\d{6}\b/.exec(text.replaceAll(/HZ\/\d{4}\/\d{6}/g, ''))?.[0] ?? ''
  await page.getByLabel('Kode', { exact: true }).fill(code)
  await page.getByRole('button', { exact: true, name: 'Lanjut' }).click()
  await expect(page.getByText('Kode cocok. Anda dapat melanjutkan selama 30 menit.')).toBeVisible()
}
