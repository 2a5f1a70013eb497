import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { randomUUID } from 'node:crypto'

import { enterAs } from './pages/desk'
import { type Mail, waitForMail } from './pages/mail'
import { payAndOpenOrder } from './pages/purchase'
import { newAddress, orderOne } from './pages/shop'

/** Sings when any of the usual ways of planting a script works; the start is what people search for. */
const EGGS = [
  '"><img src=x onerror=kenari()>',
  '<svg onload=kenari()>',
  '<script>kenari()</script>',
  '<a href="javascript:kenari()">klik</a>',
  '</textarea><iframe srcdoc="<script>parent.kenari()</script>">',
  '{{kenari()}}${kenari()}',
]
const NAME = `Ken ${EGGS[0]}${EGGS[1]}`
const WORDS = `Kenari ${EGGS.join(' ')}`

type Watch = { songs: string[]; violations: string[] }

/** Hears the canary on every page of a context, and every refusal of the page's policy. */
const listen = async (context: BrowserContext): Promise<Watch> => {
  const watch: Watch = { songs: [], violations: [] }
  await context.exposeFunction('kenari', () => watch.songs.push('kenari'))
  await context.exposeFunction('langgar', (what: string) => watch.violations.push(what))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
      const { langgar } = window as unknown as { langgar: (what: string) => void }
      langgar(`${location.pathname}: ${violatedDirective} ${blockedURI}`)
    })
  })
  context.on('page', (page) => page.on('dialog', (dialog) => void dialog.dismiss()))
  return watch
}

const QUIET: Watch = { songs: [], violations: [] }

/** Opens a page, waits until it is at rest, and finds what was planted standing there as words. */
const visit = async (page: Page, path: string, holds?: string): Promise<void> => {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  if (holds !== undefined) {
    await expect(page.getByText(holds).first()).toBeAttached()
  }
}

/** What anybody may send who has the link of an order, planted in each of its fields. */
const plant = async (
  page: Page,
  args: { email: string; token: string },
): Promise<{ item: string; problem: string }> => {
  const { email, token } = args
  const api = `/api/shop/orders/${token}`
  const { order } = (await (await page.request.get(api)).json()) as {
    order: { items: { id: string }[] }
  }
  const item = order.items[0]?.id ?? ''
  const key = randomUUID()
  const scope = {
    allowedTimes: WORDS,
    authorised: true,
    domain: 'contoh-situs.co.id',
    emergencyContact: WORDS,
    hosts: [],
    outOfScope: WORDS,
    signerCapacity: 'owner',
    signerName: NAME,
    signerPosition: EGGS[2],
    technology: WORDS,
    testAccount: WORDS,
    wording: 1,
  }
  await expect(async () => {
    const sent = await page.request.post(`${api}/items/${item}/scope`, { data: scope })
    expect(sent.status(), await sent.text()).toBe(200)
  }).toPass({ timeout: 30_000 })
  const refund = { account: `BCA 1234567890 ${EGGS[1]}`, key, reason: WORDS }
  const asked = await page.request.post(`${api}/refunds`, { data: refund })
  expect(asked.status(), await asked.text()).toBe(201)
  const problem = { email, name: NAME, orderToken: token, text: WORDS, what: 'doesNotOpen' }
  const reported = await page.request.post('/api/shop/problems', { data: problem })
  expect(reported.status(), await reported.text()).toBe(201)
  const told = (await reported.json()) as { problem: { token: string } }
  return { item, problem: told.problem.token }
}

/** The address in the panel of the only row that a question finds. */
const rowOf = async (desk: Page, args: { auth: object; query: string; slug: string }) => {
  const { auth, query, slug } = args
  const headers = auth as Record<string, string>
  const found = await desk.request.get(`/api/${slug}?${query}&depth=0&limit=1`, { headers })
  const { docs } = (await found.json()) as { docs: { id: string }[] }
  expect(docs, `${slug} ${query}`).toHaveLength(1)
  return { id: docs[0]?.id ?? '', path: `/admin/collections/${slug}/${docs[0]?.id}` }
}

/** Every mail as a mail program without any policy would show it. */
const showMails = async (page: Page, mails: readonly Mail[]): Promise<void> => {
  for (const { html } of mails) {
    await page.goto('about:blank')
    await page.setContent(html)
    await page.waitForLoadState('networkidle')
  }
}

test('the canary can sing: what is planted would be heard', async ({ browser }) => {
  const context = await browser.newContext()
  const watch = await listen(context)
  const page = await context.newPage()
  await page.setContent(EGGS[0] ?? '')
  await expect.poll(() => watch.songs.length).toBeGreaterThan(0)
  await context.close()
})

test('nothing that a customer types runs: not in the panel, not on his pages, not in a mail', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const email = newAddress()
  const home = await browser.newContext({ locale: 'id-ID' })
  const heardAtHome = await listen(home)
  const page = await home.newPage()
  await orderOne(page, { email, name: NAME, notes: WORDS }, 'Analisis Keamanan Web')
  const address = await payAndOpenOrder(page)
  const token = address.split('/').at(-1) ?? ''
  const { item, problem } = await plant(page, { email, token })
  await visit(page, address, NAME)
  await visit(page, `/bantuan/${problem}`, 'Kenari')
  await visit(page, `${address}/pengembalian`)
  await visit(page, `${address}/lingkup/${item}`, NAME)
  await expect(page.getByText(WORDS).first()).toBeVisible()
  expect(heardAtHome).toEqual(QUIET)

  const office = await browser.newContext({ locale: 'id-ID' })
  const heard = await listen(office)
  const desk = await office.newPage()
  const auth = await enterAs(desk, 'owner')
  const order = await rowOf(desk, { auth, query: `where[email][equals]=${email}`, slug: 'orders' })
  const by = `where[order][equals]=${order.id}`
  const places: [string, string?][] = [
    ['/admin'],
    ['/admin/pekerjaan', NAME],
    ['/admin/masalah', 'Kenari'],
    ['/admin/collections/orders', NAME],
    [`/admin/collections/orders?search=${encodeURIComponent(EGGS[0] ?? '')}`],
    ['/admin/collections/problems', NAME],
    ['/admin/collections/refunds'],
    ['/admin/collections/scopes'],
    ['/admin/collections/notifications'],
    ['/admin/whatsapp'],
    [order.path, NAME],
    [(await rowOf(desk, { auth, query: by, slug: 'fulfilments' })).path, 'Kenari'],
    [(await rowOf(desk, { auth, query: by, slug: 'problems' })).path, 'Kenari'],
    [(await rowOf(desk, { auth, query: by, slug: 'refunds' })).path, 'Kenari'],
  ]
  for (const [path, holds] of places) {
    await visit(desk, path, holds)
    expect([path, heard]).toEqual([path, QUIET])
  }

  const mails = [
    await waitForMail({ subject: /./, to: email }),
    await waitForMail({ subject: /^Laporan M-/, to: email }),
    await waitForMail({ holds: 'Ken "><img', subject: /./, to: 'admin@lunas.test' }),
  ]
  await showMails(page, mails)
  expect([heardAtHome.songs, heard.songs]).toEqual([[], []])
  await home.close()
  await office.close()
})
