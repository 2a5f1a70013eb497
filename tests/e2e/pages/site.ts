import { expect, type Page } from '@playwright/test'
import { type IncomingHttpHeaders, request } from 'node:http'

import { findPorts } from '../ports'
import { tabTo } from './keyboard'
import { payAndOpenOrder } from './purchase'

/** What a visitor of a site gets. */
export type Visit = { headers: IncomingHttpHeaders; status: number; text: string }

/** Below it are free names, which lead to this machine in every browser. */
export const ZONE = 'situs.localhost'

/** Fetches a site from the real Caddy by the name in its Host header. */
export const visit = async (
  host: string,
  options: { headers?: Record<string, string>; path?: string } = {},
): Promise<Visit> => {
  const { sites } = await findPorts()
  const { headers = {}, path = '/' } = options
  return new Promise((resolve, reject) => {
    const asked = request(
      { headers: { ...headers, host }, host: '127.0.0.1', path, port: sites },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            headers: response.headers,
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    asked.once('error', reject)
    asked.end()
  })
}

/** Waits until the site answers so: the money counts within a minute, and mostly within seconds. */
export const expectStatus = async (host: string, status: number): Promise<Visit> => {
  await expect
    .poll(async () => (await visit(host)).status, { message: host, timeout: 60_000 })
    .toBe(status)
  return visit(host)
}

/** The address of a site for a browser. */
export const addressOf = async (host: string): Promise<string> =>
  `http://${host}:${(await findPorts()).sites}/`

/** Opens the service of an order from the list of all of them; answers with the path of its page. */
export const openService = async (page: Page, number: string): Promise<string> => {
  await page.goto('/akun/hosting')
  const line = page.getByRole('listitem').filter({ hasText: number })
  await line.getByRole('link').click()
  await expect(page).toHaveURL(/\/akun\/hosting\/[\da-f-]{36}/)
  return new URL(page.url()).pathname
}

/** The page of a service says how it stands, without being loaded again. */
export const expectService = (page: Page, standing: string): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: new RegExp(`${standing}$`) })).toBeVisible({
    timeout: 60_000,
  })

/** Has the service of the open page made under a name, without a mouse. */
export const createSite = async (page: Page, host: string): Promise<void> => {
  const domain = page.getByLabel('Domain')
  await tabTo(page, domain)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(host)
  const region = page.getByLabel('Lokasi server')
  await tabTo(page, region)
  await page.keyboard.type('Jakarta')
  await expect(region).toHaveValue('Jakarta')
  await tabTo(page, page.getByRole('button', { name: 'Buat hosting' }))
  await page.keyboard.press('Enter')
  await expectService(page, 'Aktif')
}

/** A member buys hosting at once, without instalments; answers with the number of the order. */
export const buyAtOnce = async (page: Page, slug: string): Promise<string> => {
  await page.goto(`/checkout?produk=${slug}`)
  await page.getByRole('checkbox', { name: /Saya menyetujui/ }).check()
  await page.getByRole('button', { name: /Bayar Rp|bayar Rp/ }).click()
  await expect(page.getByRole('heading', { name: 'Pilih metode pembayaran' })).toBeVisible()
  await payAndOpenOrder(page)
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  return /HZ\/\d{4}\/\d{6}/.exec(title ?? '')?.[0] ?? ''
}

/** The id of the only open task that people have for a service. */
export const findTask = async (
  desk: Page,
  { headers, service }: { headers: Record<string, string>; service: string },
): Promise<string> => {
  const account = service.split('/').at(-1)
  const query = `where[account][equals]=${account}&where[state][equals]=open&depth=0`
  const found = await desk.request.get(`/api/hosting-tasks?${query}`, { headers })
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  expect(docs).toHaveLength(1)
  return docs[0]?.id ?? ''
}

/** *Uji koneksi* on the page of a server, found in the list by its name; answers what was said. */
export const testServer = async (desk: Page, name: string): Promise<string> => {
  await desk.goto('/admin/collections/hosting-servers')
  await desk.getByRole('link', { name }).click()
  await desk.getByRole('button', { name: 'Uji koneksi' }).press('Enter')
  const toast = desk.locator('[data-sonner-toast]').first()
  await expect(toast).toBeVisible({ timeout: 30_000 })
  return (await toast.textContent()) ?? ''
}

/** A customer in arrears chooses to be suspended, in two steps. */
export const chooseSuspension = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/tunggakan`)
  await page.getByRole('link', { name: 'Tangguhkan layanan' }).click()
  await page.getByRole('checkbox', { name: /Saya mengerti/ }).check()
  await page.getByRole('button', { name: 'Ya, tangguhkan layanan' }).click()
  await expect(page.getByText('Pilihan Anda tercatat')).toBeVisible()
}

/** Staff switch what is off on again and give a chance, from the list of what is suspended. */
export const grantChance = async (desk: Page, host: string): Promise<void> => {
  await desk.goto('/admin/hosting?tampil=suspended')
  const row = desk.getByRole('listitem').filter({ hasText: host })
  await row.getByRole('checkbox').check()
  await desk.getByRole('button', { name: 'Nyalakan dan beri kesempatan' }).press('Enter')
  const dialog = desk.getByRole('dialog')
  await expect(dialog.getByText('1 bisa diberi kesempatan')).toBeVisible()
  const day = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
  await dialog.getByLabel('Sampai', { exact: true }).fill(day)
  await dialog.getByLabel('Alasan').fill('Salah tekan, gajian pekan ini')
  await dialog.getByRole('button', { name: 'Nyalakan dan beri kesempatan' }).press('Enter')
  await expect(dialog.getByRole('status')).toContainText('Kesempatan diberikan')
  await dialog.getByRole('button', { name: 'Tutup' }).last().click()
}
