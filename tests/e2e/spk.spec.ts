import { expect, test } from '@playwright/test'
import { readFile } from 'node:fs/promises'

import { printSignPhotograph, printSignScan } from '../support/spkReturn'
import { becomeMember, goodPassword, tryLogin } from './pages/account'
import { payPart } from './pages/contract'
import { confirmMove, enterAs } from './pages/desk'
import { expectFaultlessIn, type Look } from './pages/faults'
import { waitForMail } from './pages/mail'
import { newAddress } from './pages/shop'
import {
  agreeToContent,
  askForCorrection,
  enterMailedCode,
  expectUnpayable,
  orderWithAgreement,
  photosOf,
  readSpkLink,
  saveToSign,
  sendSigned,
} from './pages/spkCustomer'
import {
  acceptSigned,
  bringFile,
  expectStanding,
  fillDraft,
  openAgreement,
  press,
  readLayout,
  rejectSigned,
  saveDraft,
  saveFile,
  WORDINGS,
} from './pages/spkDesk'
import { acceptByKeyboard, expectPanelFaultless } from './pages/spkReview'
import { stampAtOffice } from './pages/stampOffice'

/** A telephone and a desk, each by day and by night. */
const LOOKS: readonly Look[] = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
]

const pdf = (bytes: Uint8Array) => ({
  buffer: Buffer.from(bytes),
  mimeType: 'application/pdf',
  name: 'spk-bertanda-tangan.pdf',
})

test('e-Meterai first: a correction, a rejected scan, then photos from a telephone, confirmed and paid', async ({
  browser,
  page,
}) => {
  test.setTimeout(420_000)
  const email = newAddress()
  await becomeMember(page, email)
  const { address, number } = await orderWithAgreement(page)
  await expectUnpayable(page, address)
  const desk = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  const headers = await enterAs(desk, 'admin')
  const id = await openAgreement(desk, number)
  await fillDraft(desk, WORDINGS.first)
  await press(desk, 'Kirim ke pelanggan', 'Terkirim')

  // The customer finds a mistake; staff correct it; he sees what has changed and agrees.
  await page.goto(`${address}/spk`)
  await expectFaultlessIn(page, LOOKS)
  await askForCorrection(page, 'Jalan', 'Nomor rumah saya 12.')
  await desk.reload()
  await expect(desk.getByText('Nomor rumah saya 12.').first()).toBeVisible()
  await confirmMove(desk, 'Perbaiki draf')
  await saveDraft(desk, { 'Jalan, nomor, RT/RW, kelurahan': 'Jalan Merdeka Nomor 12' })
  await press(desk, 'Kirim ke pelanggan', 'Terkirim')
  await page.goto(`${address}/spk`)
  const changes = page.getByRole('region', { name: 'Yang berubah dari versi sebelumnya' })
  await expect(changes.getByRole('deletion')).toContainText('Nomor 10')
  await expect(changes.getByRole('insertion')).toContainText('Nomor 12')
  await agreeToContent(page)

  // Issued; the shop's account affixes the e-Meterai; what comes back is judged by itself.
  await desk.reload()
  await press(desk, 'Terbitkan dengan nomor', 'Terbit')
  await press(desk, 'Bubuhkan e-Meterai lewat akun toko', 'Diminta')
  await expectStanding(desk, 'Menunggu tanda tangan')
  const layout = await readLayout(desk, headers, id)
  await readSpkLink(email, /^SPK Anda siap ditandatangani/)
  await page.goto(`${address}/spk`)
  await expectFaultlessIn(page, LOOKS)
  const saved = await saveToSign(page)
  expect(saved.name).toMatch(/^\d{3}-SPK-LN-[IVX]+-\d{4}-r0-stamped\.pdf$/)
  const bytes = await readFile(saved.path)

  // A scan without the code is sent back with a word; photos of every page are accepted.
  const unfit = { bytes, layout, signing: { hand: 3, time: 1, without: ['challenge'] } }
  await sendSigned(page, [pdf(await printSignScan(unfit))])
  await expectStanding(desk, 'Ditinjau admin')
  await rejectSigned(desk, /Kode tulis tangan di samping/, 'Tulis kode di kotaknya.')
  await expectUnpayable(page, address)
  await page.goto(`${address}/spk`)
  await expect(page.getByText('Tulis kode di kotaknya.')).toBeVisible()
  await expect(page.getByText(/Kode tulis tangan di samping/)).toBeVisible()
  const signed = { bytes, layout, signing: { hand: 3, time: 2 } }
  await sendSigned(page, photosOf(await printSignPhotograph(signed)))
  await expectStanding(desk, 'Ditinjau admin')
  await expect(desk.getByRole('row', { name: /^Foto asli/ })).toHaveCount(layout.pages.length)
  await expectPanelFaultless(desk)
  await acceptSigned(desk)
  await expectStanding(desk, 'Dikonfirmasi dan disegel')

  // Now he may pay, and the first money puts the agreement in force.
  await waitForMail({ subject: /^SPK dikonfirmasi, silakan bayar/, to: email })
  await page.goto(address)
  await expect(page.getByRole('heading', { name: 'SPK sudah dikonfirmasi' })).toBeVisible()
  await page
    .getByRole('button', { name: /^Bayar Rp/ })
    .first()
    .click()
  await payPart(page, '1 dari 3 lunas')
  await expectStanding(desk, 'Berlaku')
})

test('e-Meterai last: a link and a code instead of a login, photos, a stamp affixed by hand', async ({
  browser,
  page,
}) => {
  test.setTimeout(420_000)
  const email = newAddress()
  await becomeMember(page, email)
  const { address, number } = await orderWithAgreement(page)
  const desk = await (await browser.newContext({ locale: 'id-ID' })).newPage()
  const headers = await enterAs(desk, 'admin')
  const id = await openAgreement(desk, number)
  await fillDraft(desk, WORDINGS.last)
  await press(desk, 'Kirim ke pelanggan', 'Terkirim')

  // On a telephone without a login: the link shows, only its code lets him act.
  await page.context().clearCookies()
  await page.goto(await readSpkLink(email, /^Periksa isi SPK Anda/))
  await expect(page.getByRole('button', { name: 'Data benar' })).toHaveCount(0)
  await expectFaultlessIn(page, LOOKS)
  await enterMailedCode(page, email)
  await agreeToContent(page)
  await desk.reload()
  await press(desk, 'Terbitkan dengan nomor', 'Terbit')
  await press(desk, 'Kirim untuk ditandatangani', 'Terkirim')
  const layout = await readLayout(desk, headers, id)
  await page.goto(await readSpkLink(email, /^SPK Anda siap ditandatangani/))
  await enterMailedCode(page, email)
  const { path } = await saveToSign(page)
  const bytes = await readFile(path)
  const signed = { bytes, layout, signing: { hand: 5, time: 3 } }
  await sendSigned(page, photosOf(await printSignPhotograph(signed)))
  await expectStanding(desk, 'Ditinjau admin')
  await acceptByKeyboard(desk)
  await expectStanding(desk, 'Menunggu e-Meterai')

  // The admin saves the accepted scan, has it stamped at the office, and brings it back.
  const scan = await saveFile(desk, 'Hasil pindai')
  const stamped = await stampAtOffice({ bytes: scan, layout, number })
  await bringFile(desk, /^Pindaian diterima/, pdf(stamped))
  await expectStanding(desk, 'Dikonfirmasi dan disegel')
  await desk.goto('/admin/spk?tampil=confirmed')
  await expect(desk.getByRole('table')).toContainText('Siti Aminah')
  await expectPanelFaultless(desk)

  // Anybody compares a file with the record; it stays in his browser.
  await page.goto(await readSpkLink(email, /^SPK Anda siap ditandatangani/))
  await page.getByRole('link', { name: 'Cocokkan berkas SPK dengan catatan kami' }).click()
  await page.getByLabel('Pilih berkas').setInputFiles(pdf(stamped))
  await expect(page.getByText(/^Sama persis dengan “Hasil pindai ber-e-Meterai”/)).toBeVisible()
  await expectFaultlessIn(page, LOOKS)
  await tryLogin(page, { email, password: goodPassword })
  await expect(page.getByRole('heading', { name: /^Halo/ })).toBeVisible()
  await page.goto(address)
  await page
    .getByRole('button', { name: /^Bayar Rp/ })
    .first()
    .click()
  await payPart(page, '1 dari 3 lunas')
})
