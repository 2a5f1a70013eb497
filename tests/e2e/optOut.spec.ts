import { expect, type Page, test } from '@playwright/test'

import { becomeMember } from './pages/account'
import { expectFaultlessIn, LOOKS } from './pages/faults'
import { countMails } from './pages/mail'
import { failOne, orderAndHear, pageOf, readWord } from './pages/optOut'
import { newAddress } from './pages/shop'

const stop = (page: Page) => page.getByRole('button', { name: 'Berhenti menerima' })
const again = (page: Page) => page.getByRole('button', { name: 'Terima lagi' })

const expectWanted = async (page: Page, email: string): Promise<void> => {
  await expect(page.getByText(`saat ini dikirim ke ${email}`)).toBeVisible()
  await expect(stop(page)).toBeVisible()
}

const expectStopped = async (page: Page, email: string): Promise<void> => {
  await expect(page.getByText(`tidak lagi dikirim ke ${email}`)).toBeVisible()
  await expect(page.getByText('tetap dikirim, karena itu bukti bagi Anda')).toBeVisible()
  await expect(again(page)).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('the link of a mail opens a page that changes nothing until its button is pressed', async ({
      page,
    }) => {
      const email = newAddress()
      await failOne(page, email)
      const path = pageOf(await readWord(email))
      for (let visit = 0; visit < 3; visit++) {
        await page.goto(path)
        await expectWanted(page, email)
      }
      await stop(page).click()
      await expectStopped(page, email)
      await page.goto(path)
      await expectStopped(page, email)
      await again(page).click()
      await expectWanted(page, email)
    })

    test('a link that is cut, foreign or empty says so and leads to a person', async ({ page }) => {
      for (const query of ['', '?tanda=', '?tanda=x', '?tanda=a&tanda=b', '?tanda=YUBi.Y2Q%00']) {
        await page.goto(`/akun/berhenti${query}`)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tautan tidak lengkap')
        await expect(stop(page)).toHaveCount(0)
      }
      await page.getByRole('link', { name: 'Hubungi kami' }).first().click()
      await expect(page).toHaveURL(/\/kontak$/)
    })

    test('the choices of an account are kept and come back', async ({ page }) => {
      await becomeMember(page, newAddress())
      await page.goto('/akun')
      await expect(page.getByLabel('Lewat')).toHaveValue('auto')
      await expect(page.getByLabel('Kirimi saya pengingat')).toBeChecked()
      for (const [channel, wants] of [
        ['whatsapp', false],
        ['email', true],
        ['both', false],
        ['auto', true],
      ] as const) {
        await page.getByLabel('Lewat').selectOption(channel)
        await page.getByLabel('Kirimi saya pengingat').setChecked(wants)
        await page.getByRole('button', { name: 'Simpan pilihan' }).click()
        await expect(page).toHaveURL(/kabar=pilihan/)
        await page.goto('/akun')
        await expect(page.getByLabel('Lewat')).toHaveValue(channel)
        await expect(page.getByLabel('Kirimi saya pengingat')).toBeChecked({ checked: wants })
      }
    })
  })
}

test('whoever has stopped hears no more of failed payments, and still gets what he must', async ({
  page,
}) => {
  test.slow()
  const email = newAddress()
  await failOne(page, email)
  await page.goto(pageOf(await readWord(email)))
  await stop(page).click()
  await expectStopped(page, email)
  expect(await countMails(email)).toBe(2)
  await failOne(page, email)
  await orderAndHear(page, email)
  await expect.poll(() => countMails(email)).toBe(4)
})

test('the mail program’s button stops, and its address in a browser is the same page', async ({
  page,
  request,
}) => {
  const email = newAddress()
  await failOne(page, email)
  const word = await readWord(email)
  const address = `/api/shop/opt-out/${word}`
  expect((await request.head(address, { maxRedirects: 0 })).status()).toBeLessThan(500)
  await page.goto(address)
  await expect(page).toHaveURL(pageOf(word))
  await expectWanted(page, email)
  const pressed = await request.post(address, { form: { 'List-Unsubscribe': 'One-Click' } })
  expect([pressed.status(), await pressed.json()]).toEqual([200, { ok: true }])
  await page.reload()
  await expectStopped(page, email)
})

test('what the link of a mail stops is seen in the account, where it starts again', async ({
  page,
}) => {
  test.slow()
  const email = newAddress()
  await becomeMember(page, email)
  await page.getByLabel('Lewat').selectOption('email')
  await page.getByRole('button', { name: 'Simpan pilihan' }).click()
  await expect(page).toHaveURL(/kabar=pilihan/)
  await failOne(page, email)
  const path = pageOf(await readWord(email))
  await page.goto(path)
  await stop(page).click()
  await expectStopped(page, email)
  await page.goto('/akun')
  await expect(page.getByLabel('Kirimi saya pengingat')).not.toBeChecked()
  await expect(page.getByLabel('Lewat')).toHaveValue('email')
  await page.getByLabel('Kirimi saya pengingat').check()
  await page.getByRole('button', { name: 'Simpan pilihan' }).click()
  await expect(page).toHaveURL(/kabar=pilihan/)
  await page.goto(path)
  await expectWanted(page, email)
})

test('the page reads English beside Indonesian', async ({ page }) => {
  const email = newAddress()
  await failOne(page, email)
  const word = await readWord(email)
  await page.goto(`/en${pageOf(word)}`)
  await page.getByRole('button', { name: 'Stop them' }).click()
  await expect(page).toHaveURL(`/en${pageOf(word)}`)
  await expect(page.getByText(email)).toBeVisible()
  await page.goto('/en/akun/berhenti?tanda=x')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The link is incomplete')
})

test('the page tells no other site about the link, stays out of search and out of caches', async ({
  page,
}) => {
  const foreign: string[] = []
  page.on('request', (request) => foreign.push(new URL(request.url()).origin))
  const answer = await page.goto('/akun/berhenti?tanda=x')
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
  })
  expect(answer?.headers()['cache-control']).toContain('no-store')
  expect([...new Set(foreign)]).toEqual([new URL(page.url()).origin])
})

test('no state of the page has an accessibility fault, in light and dark, narrow and wide', async ({
  page,
}) => {
  test.slow()
  const email = newAddress()
  await failOne(page, email)
  await page.goto(pageOf(await readWord(email)))
  await expectFaultlessIn(page, LOOKS)
  await stop(page).click()
  await expectStopped(page, email)
  await expectFaultlessIn(page, LOOKS)
  await page.goto('/akun/berhenti?tanda=x')
  await expectFaultlessIn(page, LOOKS)
})
