import { expect, test } from '@playwright/test'

import { becomeMember, fillLogin, goodPassword } from './pages/account'
import { debts, orderByPlan, orderEarlier, payPart, PLAN } from './pages/contract'
import { expectFaultlessIn, LOOKS } from './pages/faults'
import { newAddress } from './pages/shop'

const OF = `dari ${PLAN.count} lunas`

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a customer pays the down payment, then several instalments, then everything', async ({
      page,
    }) => {
      test.setTimeout(180_000)
      await becomeMember(page, newAddress())
      await orderByPlan(page)
      await payPart(page, `1 ${OF}`)
      await expect(page.getByRole('progressbar')).toHaveAccessibleName(new RegExp(`^1 ${OF}`))
      await expect(debts(page)).toHaveCount(PLAN.count + 1)
      await expect(debts(page).nth(1)).toContainText('Uang muka')
      await expect(debts(page).nth(1)).toContainText('Lunas')
      if (javaScriptEnabled) {
        await expectFaultlessIn(page, LOOKS)
      }
      const address = page.url()
      await page.goto('/akun')
      await expect(page.getByRole('region', { name: 'Pesanan Anda' })).toContainText(`1 ${OF}`)
      await page.goto(address)
      await page.getByLabel('Bayar lebih dari satu').selectOption({ index: 1 })
      await page.getByRole('button', { name: 'Bayar beberapa' }).click()
      await payPart(page, `3 ${OF}`)
      await page.getByRole('button', { name: /^Lunasi Rp/ }).click()
      await payPart(page, 'Lunas')
      await expect(page.getByText(`${PLAN.count} ${OF}`).first()).toBeVisible()
      await expect(page.getByRole('button', { name: /^Bayar|^Lunasi/ })).toHaveCount(0)
    })

    test('a customer in arrears is told, suspends in two steps, and pays after all', async ({
      page,
    }) => {
      test.setTimeout(120_000)
      const email = newAddress()
      await becomeMember(page, email)
      const address = await orderEarlier(email, 45)
      await page.goto('/akun')
      await expect(page.getByRole('region', { name: 'Pesanan Anda' })).toContainText('Menunggak')
      await page.getByRole('link', { name: 'Bayar tunggakan atau tangguhkan layanan' }).click()
      await expect(page.getByRole('heading', { name: 'Bayar atau tangguhkan' })).toBeVisible()
      if (javaScriptEnabled) {
        await expectFaultlessIn(page, LOOKS)
      }
      await page.getByLabel('Sampai tanggal').fill('2020-01-01')
      await page.getByLabel('Alasan').fill('Gajian tanggal 25')
      await page.getByRole('button', { name: 'Kirim permintaan' }).click()
      await expect(page.getByLabel('Sampai tanggal')).toHaveAccessibleDescription(/Pilih tanggal/)
      await expect(page.getByLabel('Alasan')).toHaveValue('Gajian tanggal 25')
      await page.getByRole('link', { name: 'Tangguhkan layanan' }).click()
      await page.getByRole('checkbox', { name: /Saya mengerti/ }).check()
      await page.getByRole('button', { name: 'Ya, tangguhkan layanan' }).click()
      await expect(page.getByText('Pilihan Anda tercatat')).toBeVisible()
      await page.goto(address)
      await expect(page.getByText(/Layanan ditangguhkan/)).toBeVisible()
      if (javaScriptEnabled) {
        await expectFaultlessIn(page, LOOKS)
      }
      await page.goto(`${address}/tunggakan`)
      await page.getByRole('button', { name: /^Bayar Rp/ }).click()
      await payPart(page, OF)
      await expect(page.getByText(/Layanan ditangguhkan/)).toHaveCount(0)
      await page.goto(`${address}/tunggakan`)
      await expect(page.getByRole('heading', { name: 'Tidak ada tunggakan' })).toBeVisible()
    })
  })
}

test('the choice is for its customer: a guest logs in and comes back, a stranger finds nothing', async ({
  browser,
  page,
}) => {
  const email = newAddress()
  await becomeMember(page, email)
  const choice = `${await orderEarlier(email, 45)}/tunggakan`
  const guest = await (await browser.newContext()).newPage()
  await guest.goto(`/en${choice}`)
  await expect(guest).toHaveURL(/\/en\/akun\?lanjut=/)
  await guest.goto(choice)
  await fillLogin(guest, { email, password: goodPassword })
  await expect(guest).toHaveURL(choice)
  await expect(guest.getByRole('heading', { name: 'Bayar atau tangguhkan' })).toBeVisible()
  const stranger = await (await browser.newContext()).newPage()
  await becomeMember(stranger, newAddress())
  expect((await stranger.goto(choice))?.status()).toBe(404)
})
