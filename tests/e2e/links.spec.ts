import { expect, type Page, test } from '@playwright/test'

import { findLinks, kindOfLink, type LinkKind } from '../support/linkKinds'
import { askForAccount, readPasswordLink } from './pages/account'
import { countUnfinished, readDigests } from './pages/database'
import { waitForMail } from './pages/mail'
import { failOne, waitForFailure } from './pages/optOut'
import { newAddress } from './pages/shop'

/** Who opens links before any person does. */
const READERS = [
  'WhatsApp/2.23.20.0',
  'facebookexternalhit/1.1',
  'GoogleImageProxy',
  'Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2) SafeLinks',
]

/** Every page that the mails to a buyer and to staff lead to, by kind. */
const gatherLinks = async (email: string, serverUrl: string): Promise<Map<string, LinkKind>> => {
  const failure = await waitForFailure(email)
  const number = /HZ-\d+/.exec(failure.text)?.[0] ?? ''
  const mails = [
    failure,
    await waitForMail({ subject: new RegExp(number), to: email }),
    await waitForMail({ subject: /^Atur kata sandi Anda$/, to: email }),
  ]
  const links = new Map<string, LinkKind>()
  for (const link of mails.flatMap(findLinks)) {
    const kind = kindOfLink(link, serverUrl)
    expect(kind, link).toBeDefined()
    if (kind && kind !== 'person') {
      links.set(link, kind)
    }
  }
  return links
}

const openAll = async (page: Page, links: readonly string[]): Promise<void> => {
  for (const link of links) {
    for (const agent of READERS) {
      for (const method of ['GET', 'HEAD']) {
        const headers = { 'user-agent': agent }
        const { status } = await fetch(link, { headers, method, redirect: 'follow' })
        expect(status, `${method} ${link}`).toBeLessThan(500)
      }
    }
    await page.goto(link)
    await page.waitForLoadState('networkidle')
  }
}

test('opening the links of our messages, by machines and by people, changes nothing', async ({
  browser,
  page,
}) => {
  test.slow()
  const email = newAddress()
  await askForAccount(page, email)
  const passwordLink = await readPasswordLink(email)
  await failOne(page, email)
  const serverUrl = new URL(page.url()).origin
  const links = await gatherLinks(email, serverUrl)
  links.set(`${serverUrl}/admin/collections/notifications?where[state][equals]=dead`, 'panel page')
  expect(new Set(links.values())).toEqual(
    new Set(['opt-out', 'order page', 'panel page', 'password page']),
  )
  // A service that was in hand is looked at once more when that time is over.
  await expect.poll(countUnfinished, { timeout: 60_000 }).toBe(0)
  const before = await readDigests()
  const stranger = await browser.newContext()
  await openAll(await stranger.newPage(), [...links.keys()])
  expect(await readDigests()).toEqual(before)
  await page.goto(passwordLink)
  await expect(page.getByLabel('Kata sandi baru')).toBeVisible()
  await stranger.close()
})
