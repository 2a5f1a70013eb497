import Papa from 'papaparse'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { clock } from '@/plugin/kernel/time'
import { createCustomer } from '../../factories/customer'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
let admin: LoggedIn

beforeAll(async () => {
  admin = await logInAs(inUse.shop, 'admin')
})
beforeEach(() => clock.freeze(new Date('2031-03-31T16:59:00Z')))
afterEach(() => clock.release())

const get = async (path: string, headers: Record<string, string> = admin.headers) => {
  const response = await fetch(`${inUse.shop.url}/api/exports/${path}`, { headers })
  return { response, status: response.status, text: await response.text() }
}

const rowsOf = (text: string, delimiter = ';'): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    delimiter,
    header: true,
    skipEmptyLines: true,
  }).data

describe('The orders of a month', () => {
  it('are those placed in that month in WIB, in words, and what was typed is no formula', async () => {
    const { order } = await inUse.buyer.buy({
      customer: { name: '=1+1', notes: 'x' },
      quantity: 2,
    })
    clock.freeze(new Date('2031-03-31T17:00:00Z'))
    const next = await inUse.buyer.place()
    const march = rowsOf((await get('orders.csv?month=2031-03')).text)
    expect(march).toEqual([
      {
        Barang: '2 × Produk konsultasi',
        'Dibuat pada (WIB)': '2031-03-31 23:59',
        Email: 'budi@contoh.id',
        Nomor: order.number,
        Pelanggan: "'=1+1",
        Pembayaran: 'Lunas',
        Status: 'Berjalan',
        'Total (Rp)': '1500000',
        WhatsApp: expect.stringMatching(/^'\+62/) as unknown,
      },
    ])
    const april = rowsOf((await get('orders.csv?month=2031-04&locale=en')).text, ',')
    expect(april).toMatchObject([
      { Number: next.number, Payment: 'Unpaid', 'Placed at (WIB)': '2031-04-01 00:00' },
    ])
  })
})

describe('The ledger of a month', () => {
  it('adds up to nothing, as books do', async () => {
    clock.freeze(new Date('2031-06-10T03:00:00Z'))
    await inUse.buyer.buy()
    const rows = rowsOf((await get('ledger.csv?month=2031-06')).text)
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.reduce((sum, row) => sum + Number(row['Jumlah (Rp)']), 0)).toBe(0)
    expect(rows.map(({ Akun }) => Akun)).toContain('Saldo di Duitku')
  })
})

describe('A file for spreadsheets', () => {
  it('is an attachment that nobody keeps', async () => {
    const { response } = await get('orders.csv?month=2031-03')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment; filename="orders-2031-03.csv"',
      'content-type': 'text/csv; charset=utf-8',
    })
  })

  it('is for admins and owners alone', async () => {
    const path = 'orders.csv?month=2031-03'
    expect((await get(path, {})).status).toBe(401)
    const { email, password } = await createCustomer({ payload: inUse.shop.payload })
    const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', {
      body: { email, password },
    })
    expect((await get(path, { authorization: `JWT ${json.token}` })).status).toBe(403)
    for (const [role, status] of [
      ['editor', 403],
      ['admin', 200],
      ['owner', 200],
    ] as const) {
      expect((await get(path, (await logInAs(inUse.shop, role)).headers)).status).toBe(status)
    }
  })

  it.each([
    ['orders.csv', 400],
    ['orders.csv?month=2031-13', 400],
    ["orders.csv?month=2031-03'--", 400],
    ['orders.csv?month=1999-01', 400],
    ['staff.csv?month=2031-03', 404],
    ['orders?month=2031-03', 404],
    ['toString.csv?month=2031-03', 404],
  ])('asked for as %s is refused with %i', async (path, status) => {
    expect((await get(path)).status).toBe(status)
  })
})
