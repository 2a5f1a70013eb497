import { expect, type Page, test } from '@playwright/test'

import {
  askForAccount,
  becomeMember,
  fillLogin,
  goodPassword,
  logOut,
  member,
  readPasswordLink,
  setPassword,
  tryLogin,
} from './pages/account'
import { expectFaultlessIn } from './pages/faults'
import { newAddress, openCheckout, orderOne, submitCheckout } from './pages/shop'

/** Buys as whoever is logged in: name, address and number stand there already. */
const buyAsMember = async (page: Page, email: string): Promise<void> => {
  await openCheckout(page)
  await expect(page.getByLabel('Nama lengkap')).toHaveValue(member.name)
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue(email)
  await expect(page.getByLabel('Nomor WhatsApp')).toHaveValue(/813/)
  await page.getByRole('checkbox', { name: /Saya menyetujui/ }).check()
  await submitCheckout(page)
}

const ownOrders = (page: Page) => page.getByRole('region', { name: 'Pesanan Anda' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a customer opens an account by mail, logs in, buys, finds the order and logs out', async ({
      page,
    }) => {
      const email = newAddress()
      await becomeMember(page, email)
      await expect(page.getByText('Kata sandi baru sudah berlaku')).toBeVisible()
      await logOut(page)
      await tryLogin(page, { email, password: goodPassword })
      await expect(page.getByText('Belum ada pesanan di akun ini')).toBeVisible()
      await buyAsMember(page, email)
      await page.goto('/akun')
      await expect(ownOrders(page)).toContainText('Rp350.000')
      await expect(ownOrders(page)).toContainText('Menunggu pembayaran')
      await expect(ownOrders(page)).toContainText('WIB')
      const order = ownOrders(page).getByRole('listitem').getByRole('link')
      const number = String(await order.textContent())
      await order.click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
      await logOut(page)
      await page.goto('/akun')
      await expect(page.getByRole('heading', { level: 1, name: 'Masuk' })).toBeVisible()
      await expect(page.getByText(number)).toHaveCount(0)
    })

    test('a customer finds the news of his order in his notices, and marks them as read', async ({
      page,
    }) => {
      const email = newAddress()
      await becomeMember(page, email)
      await page.goto('/akun/notifikasi')
      await expect(page.getByText('Belum ada notifikasi')).toBeVisible()
      await buyAsMember(page, email)
      await page.goto('/akun')
      await page.getByRole('link', { name: 'Notifikasi (1 belum dibaca)' }).click()
      const notice = page.getByRole('listitem').filter({ hasText: 'Pesanan Anda kami terima' })
      await expect(notice).toContainText('Rp350.000')
      await expect(notice).toContainText('Baru')
      await notice.getByRole('button', { name: 'Tandai sudah dibaca' }).click()
      await expect(page.getByText('Semua sudah dibaca.')).toBeVisible()
      await notice.getByRole('button', { name: 'Tandai belum dibaca' }).click()
      await expect(page.getByText('1 belum dibaca.')).toBeVisible()
      await notice.getByRole('button', { name: 'Bayar sekarang' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText('HZ/')
      await page.goto('/akun/notifikasi')
      await expect(page.getByText('Semua sudah dibaca.')).toBeVisible()
    })

    test('a wrong password says so, keeps the address and never the password', async ({ page }) => {
      const email = newAddress()
      await tryLogin(page, { email, password: 'bukan yang ini' })
      await expect(page.getByRole('alert').first()).toContainText('belum cocok')
      await expect(page.getByLabel('Email', { exact: true })).toHaveValue(email)
      await expect(page.getByLabel('Kata sandi', { exact: true })).toHaveValue('')
    })

    test('a short password is refused, and a link that was used leads to a new one', async ({
      page,
    }) => {
      const email = newAddress()
      await askForAccount(page, email)
      const link = await readPasswordLink(email)
      await page.goto(link)
      await page.getByLabel('Kata sandi baru').fill('pendek')
      await page.getByRole('button', { name: 'Simpan' }).click()
      await expect(page.getByLabel('Kata sandi baru')).toHaveAccessibleDescription(
        /paling sedikit 8 huruf\.$/,
      )
      await setPassword(page, link)
      await page.goto(link)
      await expect(page.getByRole('heading', { name: 'Tautan tidak berlaku lagi' })).toBeVisible()
      await page.getByRole('link', { name: 'Minta tautan baru' }).click()
      await page.getByLabel('Email', { exact: true }).fill(email)
      await page.getByRole('button', { name: 'Kirim tautan' }).click()
      await expect(page.getByRole('heading', { name: 'Periksa email Anda' })).toBeVisible()
    })

    test('a customer changes the name and the number, which the next checkout knows', async ({
      page,
    }) => {
      await becomeMember(page, newAddress())
      await page.getByLabel('Nomor WhatsApp').fill('12')
      await page.getByRole('button', { name: 'Simpan data' }).click()
      await expect(page.getByLabel('Nomor WhatsApp')).toHaveAccessibleDescription(/tidak sah/)
      await page.getByLabel('Nama lengkap').fill('Siti Rahma')
      await page.getByLabel('Nomor WhatsApp').fill('0812 9999 8888')
      await page.getByRole('button', { name: 'Simpan data' }).click()
      await expect(page.getByText('Data Anda sudah disimpan.')).toBeVisible()
      await openCheckout(page)
      await expect(page.getByLabel('Nama lengkap')).toHaveValue('Siti Rahma')
      await expect(page.getByLabel('Nomor WhatsApp')).toHaveValue('+62 812 9999 8888')
    })
  })
}

test('a customer sees no order of another, nor of a guest with the same address', async ({
  browser,
  page,
}) => {
  const mine = newAddress()
  await becomeMember(page, mine)
  await buyAsMember(page, mine)
  const other = await (await browser.newContext()).newPage()
  const theirs = newAddress()
  await orderOne(other, { email: theirs })
  await becomeMember(other, theirs)
  await expect(other.getByText('Belum ada pesanan di akun ini')).toBeVisible()
  await other.context().close()
})

test('a guest at the checkout logs in and comes back to the same checkout, filled in', async ({
  page,
}) => {
  const email = newAddress()
  await becomeMember(page, email)
  await logOut(page)
  await openCheckout(page)
  const checkout = page.url()
  await page.getByRole('link', { name: 'Masuk dulu' }).click()
  await fillLogin(page, { email, password: goodPassword })
  await expect(page).toHaveURL(checkout)
  await expect(page.getByLabel('Nama lengkap')).toHaveValue(member.name)
})

test('the page of the link tells no other site about it, and stays out of search', async ({
  page,
}) => {
  const foreign: string[] = []
  page.on('request', (request) => foreign.push(new URL(request.url()).origin))
  const answer = await page.goto(`/akun/kata-sandi?token=${'0'.repeat(40)}`)
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
  })
  expect(answer?.headers()['cache-control']).toContain('no-store')
  expect([...new Set(foreign)]).toEqual([new URL(page.url()).origin])
})

test('the account reads English beside Indonesian', async ({ page }) => {
  await page.goto('/en/akun')
  await page.getByLabel('Email', { exact: true }).fill(newAddress())
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription('Enter the password.')
  await page.getByLabel('Password').fill('not this one')
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('alert').first()).toContainText('do not match')
})

test('no account page has an accessibility fault on a phone, in light and dark', async ({
  page,
}) => {
  const looks = [
    { colorScheme: 'light', width: 360 },
    { colorScheme: 'dark', width: 360 },
  ] as const
  const email = newAddress()
  await askForAccount(page, email)
  await expectFaultlessIn(page, looks)
  for (const path of ['/akun', '/akun/daftar', '/akun/lupa', '/akun/kata-sandi?token=x']) {
    await page.goto(path)
    await expectFaultlessIn(page, looks)
  }
  const link = await readPasswordLink(email)
  await page.goto(link)
  await expectFaultlessIn(page, looks)
  await setPassword(page, link)
  await expectFaultlessIn(page, looks)
  await buyAsMember(page, email)
  for (const path of ['/akun/notifikasi', '/akun']) {
    await page.goto(path)
    await expectFaultlessIn(page, looks)
  }
  await page.getByLabel('Nama lengkap').fill('')
  await page.getByRole('button', { name: 'Simpan data' }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expectFaultlessIn(page, looks)
})
