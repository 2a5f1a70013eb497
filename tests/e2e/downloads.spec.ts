import { expect, type Page, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'

import { becomeMember, goodPassword } from './pages/account'
import { expectDone, finishDelivery, openDelivery } from './pages/desk'
import { expectFaultlessIn, LOOKS } from './pages/faults'
import { waitForMail } from './pages/mail'
import { payAndOpenOrder } from './pages/purchase'
import { fillCheckout, newAddress, openCheckout, submitCheckout } from './pages/shop'

const TITLE = 'Template Portofolio Premium'

/** Buys and pays the template; waits on the order's page until its files are there. */
const buyTemplate = async (page: Page, changes: { email: string; name?: string }) => {
  await openCheckout(page, TITLE)
  await fillCheckout(page, changes)
  await submitCheckout(page)
  const address = await payAndOpenOrder(page)
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('button', { name: /^Unduh / })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  return address
}

const press = async (page: Page): Promise<{ name: string; path: string }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Unduh / }).press('Enter'),
  ])
  return { name: download.suggestedFilename(), path: await download.path() }
}

test('a guest pays for the template and has his files at once, with and without JavaScript', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  const email = newAddress()
  const address = await buyTemplate(page, { email })
  await expectFaultlessIn(page, LOOKS)
  const { name, path } = await press(page)
  expect(name).toMatch(/^template-portofolio-premium-[\d.]+\.zip$/)
  const listed = spawnSync('bsdtar', ['-tf', path]).stdout.toString()
  expect(listed).toContain('BACA DULU.txt')
  expect(page.url()).toContain(address)
  await page.reload()
  await expect(page.getByText('9 kali')).toBeVisible()
  const { html, text } = await waitForMail({ subject: /^Berkas Anda siap diunduh/, to: email })
  expect(`${text} ${html}`).toContain(address)

  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const bare = await plain.newPage()
  await bare.goto(address)
  expect((await press(bare)).name).toBe(name)
  await bare.getByRole('button', { name: 'Kirim ulang akses' }).click()
  await expect(bare.getByText('Akses kami kirim ulang.')).toBeVisible()
  await plain.close()
})

test('a customer sees the password of his package once he types that of his account', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const email = newAddress()
  await becomeMember(page, email)
  await buyTemplate(page, { email })
  const field = page.getByLabel('Kata sandi akun')
  const show = page.getByRole('button', { name: 'Tampilkan kata sandi paket' })
  await field.fill('bukan kata sandinya')
  await show.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expectFaultlessIn(page, LOOKS)
  await field.fill(goodPassword)
  await show.press('Enter')
  const password = page.getByText(/^(?:\w{5}-){3}\w{5}$/)
  await expect(password).toBeVisible()
  const { path } = await press(page)
  const word = String(await password.textContent())
  const open = (phrase: string) =>
    spawnSync('bsdtar', ['--passphrase', phrase, '-xOf', path], { encoding: 'utf8' })
  expect(open(word).stdout).toContain('<!doctype html>')
  expect(open('salah').status).not.toBe(0)
})

test('an admin sees the files, grants the downloads anew, and finishes once the buyer has them', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  const email = newAddress()
  const address = await buyTemplate(page, { email })
  const office = await browser.newContext({ locale: 'id-ID' })
  const desk = await office.newPage()
  await openDelivery(desk, email)
  const files = desk.getByRole('region', { name: 'Berkas' })
  await expect(files.getByText('0 dari 10')).toBeVisible()
  await files.getByRole('button', { name: 'Atur ulang jatah' }).press('Enter')
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Alasan').fill('Komputer pelanggan rusak')
  await dialog.getByRole('button', { name: 'Atur ulang jatah' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(files.getByText('Alasan: Komputer pelanggan rusak')).toBeVisible()
  await expectFaultlessIn(
    desk,
    [
      { colorScheme: 'light', width: 360 },
      { colorScheme: 'dark', width: 360 },
      { colorScheme: 'light', width: 1280 },
      { colorScheme: 'dark', width: 1280 },
    ],
    'main',
  )
  await press(page)
  await desk.reload()
  await expect(desk.getByText('Masa bantuan').first()).toBeVisible()
  await finishDelivery(desk)
  await expectDone(page, address)
  expect((await press(page)).name).toMatch(/\.zip$/)
  await office.close()
})
