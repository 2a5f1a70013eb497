import { chromium, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

import { findChromium } from './chromium'

/**
 * Takes the pictures of the README from a running demo shop, so that they never show what is no
 * longer there: `npm run tour -- http://localhost:3000`.
 */
const [shop = 'http://localhost:3000'] = process.argv.slice(2)
const folder = join('public', 'tour')
const wide = { height: 800, width: 1280 }
const narrow = { height: 800, width: 390 }

const take = async (page: Page, size: typeof wide): Promise<Buffer> => {
  await page.setViewportSize(size)
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForTimeout(800)
  return page.screenshot()
}

const keep = async (name: string, picture: Buffer): Promise<void> => {
  await sharp(picture)
    .webp({ quality: 82 })
    .toFile(join(folder, `${name}.webp`))
}

/** Orders the consultation as any customer would, and stops at the gateway's page. */
const order = async (page: Page): Promise<void> => {
  await page.goto(`${shop}/checkout?produk=konsultasi-it-1-jam`)
  await page.getByLabel('Nama lengkap').fill('Budi Santoso')
  await page.getByLabel('Email', { exact: true }).fill('budi@contoh.id')
  await page.getByLabel('Nomor WhatsApp').fill('0812 3456 7890')
  await page.getByRole('checkbox', { name: /Saya menyetujui/ }).check()
  await page.getByRole('button', { name: /^Bayar Rp/ }).click()
  await page.getByRole('button', { name: /BCA/ }).first().click()
  await page.getByRole('button', { exact: true, name: 'Bayar sekarang' }).waitFor()
}

const pay = async (page: Page): Promise<void> => {
  await page.getByRole('button', { exact: true, name: 'Bayar sekarang' }).click()
  await page.getByRole('heading', { name: 'Pembayaran berhasil' }).waitFor()
  await page.getByRole('link', { name: 'Buka halaman pesanan' }).click()
  await page.waitForURL(/\/pesanan\/[\w-]{20,}/)
}

/** The home page with a product and a paid order on phones before it. */
const putTogether = async (parts: Record<'home' | 'order' | 'product', Buffer>): Promise<void> => {
  const frame = Buffer.from(
    '<svg width="300" height="615"><rect width="300" height="615" rx="28" fill="#1d1a14"/></svg>',
  )
  const phone = async (picture: Buffer): Promise<Buffer> => {
    const screen = await sharp(picture).resize({ width: 284 }).png().toBuffer()
    return sharp(frame)
      .composite([{ input: screen, left: 8, top: 16 }])
      .png()
      .toBuffer()
  }
  const background = { alpha: 1, b: 223, g: 236, r: 242 }
  await sharp({ create: { background, channels: 3, height: 960, width: 1720 } })
    .composite([
      { input: await sharp(parts.home).resize({ width: 1180 }).toBuffer(), left: 40, top: 110 },
      { input: await phone(parts.product), left: 1040, top: 290 },
      { input: await phone(parts.order), left: 1380, top: 170 },
    ])
    .png({ colours: 128, effort: 10, palette: true })
    .toFile(join(folder, 'shop.png'))
}

const run = async (page: Page): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  await page.goto(shop)
  const home = await take(page, wide)
  await page.goto(`${shop}/produk/konsultasi-it-1-jam`)
  await keep('product', await take(page, wide))
  const product = await take(page, narrow)
  await order(page)
  await keep('payment', await take(page, wide))
  await pay(page)
  await keep('order', await take(page, wide))
  await keep('home', home)
  await putTogether({ home, order: await take(page, narrow), product })
}

const browser = await chromium.launch({
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  executablePath: findChromium(),
})
await run(await browser.newPage({ locale: 'id-ID', reducedMotion: 'reduce' }))
await browser.close()
