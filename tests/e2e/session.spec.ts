import { expect, test } from '@playwright/test'
import { randomInt, randomUUID } from 'node:crypto'

import { letSessionPass } from './pages/database'
import {
  answerThread,
  confirmMove,
  enterAs,
  expectDone,
  finishDelivery,
  openDelivery,
} from './pages/desk'
import { expectFaultlessIn } from './pages/faults'
import { waitForMail } from './pages/mail'
import { payAndOpenOrder } from './pages/purchase'
import { tickRest } from './pages/scope'
import { pickFirstTime, writeSessionSummary } from './pages/session'
import { newAddress, orderOne } from './pages/shop'

const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const

/** A day far ahead, another in each run: one host has one session at a time, also among test runs. */
const drawDay = (): { told: string; written: string } => {
  const day = new Date(Date.UTC(2030, 0, 1 + randomInt(3_000)))
  const told = new Intl.DateTimeFormat('id-ID', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    weekday: 'long',
    year: 'numeric',
  }).format(day)
  return { told: `${told} pukul 14.30–15.30 WIB`, written: day.toISOString().slice(0, 10) }
}

const TIME = /^\d{2}\.\d{2}/

test('a customer picks a time without JavaScript, and an admin moves it: both see the new one', async ({
  browser,
  page,
}) => {
  test.setTimeout(180_000)
  const day = drawDay()
  const name = `Sari ${randomUUID().slice(0, 6)}`
  await orderOne(page, { email: newAddress(), name })
  const address = await payAndOpenOrder(page)

  const plain = await browser.newContext({ javaScriptEnabled: false, locale: 'id-ID' })
  const paper = await plain.newPage()
  await paper.goto(address)
  await paper.getByRole('link', { name: 'Pilih waktu sesi' }).click()
  await paper.getByRole('radio').first().check({ force: true })
  await paper.getByRole('button', { name: 'Simpan waktu ini' }).click()
  await expect(paper.getByText('Waktu sesi tersimpan.')).toBeVisible()
  await expect(paper.getByRole('link', { name: 'Simpan ke kalender' })).toBeVisible()
  await plain.close()

  const office = await browser.newContext({ locale: 'id-ID' })
  const desk = await office.newPage()
  await enterAs(desk, 'admin')
  await desk.goto('/admin/pekerjaan')
  const item = desk.getByRole('listitem').filter({ hasText: name })
  await item.getByRole('link', { name: /Konsultasi/ }).click()
  const part = desk.getByRole('region', { name: 'Sesi', exact: true })
  await part.getByRole('button', { name: 'Pindahkan' }).press('Enter')
  await part.getByLabel('Tanggal').fill(day.written)
  await part.getByLabel('Jam (WIB)').fill('14:30')
  await part.getByLabel('Alasan').fill('Disepakati lewat telepon')
  await part.getByRole('button', { name: 'Pindahkan' }).last().press('Enter')
  await expect(part).toContainText(day.told)
  await expectFaultlessIn(desk, looks, 'main')

  await page.goto(address)
  await expect(page.getByText(day.told).first()).toBeVisible()
  await page.getByRole('link', { name: 'Pindah jadwal' }).click()
  await expect(page.getByText(TIME).first()).toBeVisible()
  await expectFaultlessIn(page, looks)
  await office.close()
})

test('a consultation goes its whole way: paid, booked, held, summarised, asked about, answered, done', async ({
  browser,
  page,
}) => {
  test.setTimeout(240_000)
  const email = newAddress()
  await orderOne(page, { email })
  const address = await payAndOpenOrder(page)
  await pickFirstTime(page)
  await waitForMail({ subject: /^Terjadwal/, to: email })
  await letSessionPass(email)

  const office = await browser.newContext({ locale: 'id-ID' })
  const desk = await office.newPage()
  await openDelivery(desk, email)
  await confirmMove(desk, 'Sesi sudah berlangsung')
  await page.goto(address)
  await expect(
    page.getByText('Sesi sudah berlangsung; kami menyusun ringkasan').first(),
  ).toBeVisible()
  await tickRest(desk)
  await writeSessionSummary(desk, 'Pindahkan basis data sebelum Lebaran.')
  await confirmMove(desk, 'Kirim ringkasan')
  const { html, text } = await waitForMail({ subject: /^Ringkasan/, to: email })
  expect(`${text} ${html}`).toContain('Pindahkan basis data sebelum Lebaran.')

  await page.goto(address)
  await expect(page.getByText('Pindahkan basis data sebelum Lebaran.')).toBeVisible()
  await expectFaultlessIn(page, looks)
  await page.getByLabel('Pertanyaan Anda').fill('Bolehkah sesudah Lebaran?')
  await page.getByRole('button', { name: 'Kirim pertanyaan' }).press('Enter')
  await expect(page.getByText('Pertanyaan Anda terkirim.')).toBeVisible()
  await answerThread(desk, 'Boleh, asal ada cadangan data.')
  await waitForMail({ subject: /^Jawaban tentang pesanan/, to: email })
  await page.goto(address)
  await expect(page.getByText('Boleh, asal ada cadangan data.')).toBeVisible()

  await finishDelivery(desk)
  await expectDone(page, address)
  await expect(page.getByText('Pindahkan basis data sebelum Lebaran.')).toBeAttached()
  await expect(page.getByLabel('Pertanyaan Anda')).toHaveCount(0)
  await office.close()
})
