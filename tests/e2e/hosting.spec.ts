import { type Browser, expect, type Page, test } from '@playwright/test'
import { randomInt } from 'node:crypto'

import { findCaddy } from '../../src/dev/caddy/find'
import { becomeMember, fillLogin, goodPassword } from './pages/account'
import { payPart } from './pages/contract'
import { letDaysPass } from './pages/database'
import { enterAs } from './pages/desk'
import { expectFaultlessIn, LOOKS } from './pages/faults'
import { waitForMail } from './pages/mail'
import { drawScreenshot } from './pages/problem'
import { newAddress } from './pages/shop'
import {
  addressOf,
  buyAtOnce,
  chooseSuspension,
  createSite,
  expectService,
  expectStatus,
  findTask,
  grantChance,
  openService,
  testServer,
  visit,
  ZONE,
} from './pages/site'
import { orderWithAgreement } from './pages/spkCustomer'
import { expectPanelFaultless } from './pages/spkReview'
import { confirmAgreement } from './pages/spkWhole'

const newHost = (): string => `toko-${randomInt(1e9).toString(36)}.${ZONE}`

/** Pays what is asked for first on the open page. */
const payFirst = async (page: Page, progress: string): Promise<void> => {
  await page
    .getByRole('button', { name: /^Bayar Rp/ })
    .first()
    .click()
  await payPart(page, progress)
}

/** What a visitor of a suspended site gets: nothing that is kept, nothing about why. */
const expectSuspended = async (host: string, secrets: readonly string[]): Promise<void> => {
  const { headers, text } = await expectStatus(host, 503)
  expect(headers['cache-control']).toBe('no-store')
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(headers['x-service-state']).toBe('suspended')
  expect(text).toContain('Layanan ditangguhkan sementara')
  for (const secret of [...secrets, 'Rp', 'cicilan', 'tunggak']) {
    expect(text).not.toContain(secret)
  }
  const problem = await visit(host, { headers: { accept: 'application/json' } })
  expect(problem.headers['content-type']).toBe('application/problem+json')
  expect(problem.status).toBe(503)
}

/** A visitor sees the page; its owner signs in from there and stands before his choice. */
const enterFromSuspendedSite = async (
  browser: Browser,
  { email, host }: { email: string; host: string },
): Promise<void> => {
  const context = await browser.newContext({ locale: 'id-ID' })
  const visitor = await context.newPage()
  const response = await visitor.goto(await addressOf(host))
  expect(response?.status()).toBe(503)
  await expectFaultlessIn(visitor, LOOKS)
  await visitor.getByRole('link', { name: 'Masuk & bayar' }).click()
  await expect(visitor).toHaveURL(/\/akun\?lanjut=/)
  await fillLogin(visitor, { email, password: goodPassword })
  await expect(visitor.getByRole('heading', { name: 'Bayar atau tangguhkan' })).toBeVisible()
  await context.close()
}

test('from the agreement to a site on a real Caddy, off by choice, on by a chance and by money', async ({
  browser,
  page,
}) => {
  test.skip(findCaddy() === undefined, 'sites need an installed Caddy')
  test.setTimeout(480_000)
  const email = newAddress()
  const host = newHost()
  await becomeMember(page, email)
  const { address, number } = await orderWithAgreement(page)
  const desk = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  const headers = await enterAs(desk, 'admin')

  // Nothing can be made before the agreement and the first money.
  const service = await openService(page, number)
  await expectService(page, 'Belum dapat dibuat')
  await expect(page.getByText('SPK belum dikonfirmasi admin.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Buat hosting' })).toHaveCount(0)
  await expectFaultlessIn(page, LOOKS)
  await confirmAgreement({ address, desk, headers, number, page })
  await page.goto(address)
  await payFirst(page, '1 dari 3 lunas')

  // The customer has his site made and sees it become so; then it is there.
  await page.goto(service)
  await expectService(page, 'Siap dibuat')
  await expectFaultlessIn(page, LOOKS)
  await page.getByLabel('Domain').fill('situs kopi')
  await page.getByRole('button', { name: 'Buat hosting' }).click()
  await expect(page.getByLabel('Domain')).toHaveAccessibleDescription(/domain/i)
  await expectFaultlessIn(page, LOOKS)
  expect((await visit(host)).status).toBe(404)
  await createSite(page, host)
  const { headers: shown, text } = await expectStatus(host, 200)
  expect(shown['x-service-state']).toBe('active')
  expect(text).toContain('Situs Anda sudah aktif')
  await expectFaultlessIn(page, LOOKS)
  await waitForMail({ holds: host, subject: /^Hosting Anda sudah menyala/, to: email })

  // An instalment is late, and he chooses to be suspended.
  await letDaysPass(number, 45)
  await page.goto(service)
  await expect(page.getByRole('heading', { name: /terlambat|Pilih/ })).toBeVisible()
  await chooseSuspension(page, address)
  const token = address.split('/').at(-1) ?? ''
  await expectSuspended(host, [token, number, email])
  await page.goto(service)
  await expectService(page, 'Ditangguhkan')
  await expectFaultlessIn(page, LOOKS)
  await waitForMail({ subject: /^Hosting Anda ditangguhkan/, to: email })
  await enterFromSuspendedSite(browser, { email, host })

  // Staff switch it on again with a chance; he pays, and nobody who has paid is off.
  await grantChance(desk, host)
  await expectStatus(host, 200)
  await waitForMail({ subject: /^Hosting Anda menyala lagi/, to: email })
  await page.goto(`${address}/tunggakan`)
  await payFirst(page, '2 dari 3 lunas')
  await expectStatus(host, 200)
  await desk.goto('/admin/hosting?tampil=paidButOff')
  await expect(desk.getByText('Tidak ada yang sudah lunas tetapi mati')).toBeVisible()

  // Late again and off again: this time the money alone brings it back.
  await letDaysPass(number, 40)
  await chooseSuspension(page, address)
  await expectSuspended(host, [token, number, email])
  await page.goto(`${address}/tunggakan`)
  await payFirst(page, 'Lunas')
  await expectStatus(host, 200)
  await page.goto(service)
  await expectService(page, 'Aktif')
})

test('what no panel makes is made by people: asked for, done with a proof, its password shown once', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  await becomeMember(page, newAddress())
  const service = await openService(page, await buyAtOnce(page, 'dedicated-server'))
  const send = page.getByRole('button', { name: 'Kirim permintaan' })
  await send.click()
  await expect(page.getByLabel('Sistem operasi')).toHaveAccessibleDescription(/isi|Isi/)
  await expectFaultlessIn(page, LOOKS)
  await page.getByLabel('Sistem operasi').fill('Debian 13')
  await page.getByLabel('Akses yang diperlukan').fill('Kunci SSH menyusul')
  await send.click()
  await expectService(page, 'Sedang dibuat')
  await expect(page.getByText('Tim kami mengerjakannya')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Permintaan Anda' })).toContainText('Debian 13')
  await expectFaultlessIn(page, LOOKS)

  const desk = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  const headers = await enterAs(desk, 'admin')
  await desk.goto(`/admin/collections/hosting-tasks/${await findTask(desk, { headers, service })}`)
  await expect(desk.getByRole('region', { name: 'Langkah' })).toContainText('Debian 13')
  await expectPanelFaultless(desk)
  const password = `Awal-${randomInt(1e9).toString(36)}`
  await desk.getByLabel('Acuan di server').fill('Rak C03 U12')
  await desk.getByLabel('Alamat untuk pelanggan').fill('203.0.113.9')
  await desk.getByLabel('Nama pengguna untuk pelanggan').fill('root')
  await desk.getByLabel('Kata sandi pertama').fill(password)
  await desk.getByLabel('Foto atau PDF sebagai bukti').setInputFiles(await drawScreenshot())
  await desk.getByRole('button', { name: 'Sudah dikerjakan' }).press('Enter')
  await expect(desk.getByRole('region', { name: 'Bukti' })).toBeVisible()

  await expectService(page, 'Aktif')
  await expect(page.getByRole('region', { name: 'Data layanan' })).toContainText('203.0.113.9')
  await expectFaultlessIn(page, LOOKS)
  // What is forgotten while it is shown has to be on the page that shows it, also without JavaScript.
  const storageState = await page.context().storageState()
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState })
  const bare = await plain.newPage()
  await bare.goto(service)
  await bare.getByRole('button', { name: 'Tampilkan kredensial' }).click()
  await expect(bare.getByText(password)).toBeVisible()
  await plain.close()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Data layanan' })).toBeVisible()
  await expect(page.getByText(password)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Tampilkan kredensial' })).toHaveCount(0)
})

test('a machine on a panel shows its password once; staff try the ways in, and see all of it without a fault', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000)
  await becomeMember(page, newAddress())
  await openService(page, await buyAtOnce(page, 'vps'))
  await page.getByLabel('Domain').fill(newHost())
  await page.getByRole('button', { name: 'Buat hosting' }).click()
  await expectService(page, 'Aktif')
  await page.getByRole('button', { name: 'Tampilkan kredensial' }).click()
  await expect(page.getByText('Simpan sekarang.')).toBeVisible()
  await expectFaultlessIn(page, LOOKS)
  const desk = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  const headers = await enterAs(desk, 'owner')
  expect(await testServer(desk, 'Situs web (simulator cPanel)')).toContain('WHM')
  expect(await testServer(desk, 'Gugus VPS (simulator Proxmox VE)')).toContain('Proxmox')
  if (findCaddy()) {
    expect(await testServer(desk, 'Situs web (Caddy)')).toContain('Caddy menjawab')
  }
  for (const shown of ['proposed', 'suspended', 'paidButOff', 'apart', 'all']) {
    await desk.goto(`/admin/hosting?tampil=${shown}`)
    await expect(desk.getByRole('heading', { level: 1, name: 'Suspensi' })).toBeVisible()
    await expectPanelFaultless(desk)
  }
  const found = await desk.request.get('/api/hosting-accounts?limit=1&depth=0', { headers })
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  await desk.goto(`/admin/collections/hosting-accounts/${docs[0]?.id}`)
  await expect(desk.getByRole('region', { name: 'Diinginkan dan terlihat' })).toBeVisible()
  await expectPanelFaultless(desk)
})
