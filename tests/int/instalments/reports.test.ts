import Papa from 'papaparse'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { findAgeing, findCollected, findExpected, findProducts } from '@/plugin/instalments'
import { addDays, clock, wibDay } from '@/plugin/kernel/time'
import { freezeOn, makeContractDesk, START } from '../../support/contracts'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const desk = makeContractDesk(inUse)
const { people } = desk

/** Five contracts of Rp1.200.000 in four parts, the first part of each paid on 5 December 2026. */
beforeAll(async () => {
  await desk.enter()
  freezeOn(0)
  const made = []
  for (let count = 0; count < 5; count += 1) {
    made.push(await desk.running())
  }
  // The second part of one is paid late; another contract is paid off.
  freezeOn(33)
  await desk.pay(made[0]!.token)
  await desk.pay(made[1]!.token, { pay: 'all' })
})
afterEach(() => clock.release())

const get = async (name: string, headers: Record<string, string> = people.admin.headers) => {
  const response = await fetch(`${inUse.shop.url}/api/exports/${name}`, { headers })
  return { response, status: response.status, text: await response.text() }
}

const rowsOf = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ';', skipEmptyLines: true }).data

describe('What is owed, by how late it is', () => {
  const at = (days: number) => findAgeing(inUse.shop.payload, addDays(START, days))
  const amounts = async (days: number) =>
    (await at(days)).map(({ age, amount, contracts }) => [age, amount, contracts])

  it('moves from age to age on the day after the last day of each', async () => {
    // Second parts are due on day 31, third ones on day 62; three second parts are open.
    const rest = 3 * 600_000 + 600_000
    expect(await amounts(31)).toEqual([
      ['current', rest + 900_000, 4],
      ['week', 0, 0],
      ['month', 0, 0],
      ['older', 0, 0],
    ])
    for (const [days, age] of [
      [32, 'week'],
      [38, 'week'],
      [39, 'month'],
      [61, 'month'],
      [62, 'older'],
    ] as const) {
      const rows = await at(days)
      expect(rows.find((row) => row.age === age)).toMatchObject({
        amount: 900_000,
        contracts: 3,
        debts: 3,
      })
      expect(rows[0]).toMatchObject({ amount: rest, contracts: 4 })
    }
  })
})

describe('What is expected', () => {
  it('is what is left by the month in which it falls due, what is overdue apart', async () => {
    const rows = await findExpected(inUse.shop.payload, wibDay('2027-01-20'))
    expect(rows).toHaveLength(14)
    expect(rows.filter(({ amount }) => amount > 0)).toEqual([
      { amount: 900_000, debts: 3, month: 'overdue' },
      { amount: 1_200_000, debts: 4, month: '2027-02' },
      { amount: 1_200_000, debts: 4, month: '2027-03' },
    ])
    expect(rows.at(1)?.month).toBe('2027-01')
    expect(rows.at(-2)?.month).toBe('2027-12')
    const early = await findExpected(inUse.shop.payload, wibDay('2026-02-10'))
    expect(early.at(-1)).toMatchObject({ amount: 2_400_000, month: 'later' })
  })
})

describe('What came of what fell due', () => {
  it('is told by the month of the due day, money by the month in which it came', async () => {
    const rows = await findCollected(inUse.shop.payload, wibDay('2027-01-20'))
    expect(rows.map(({ month }) => month)).toEqual([
      ...Array.from({ length: 11 }, (_, at) => `2026-${String(at + 2).padStart(2, '0')}`),
      '2027-01',
    ])
    expect(rows.slice(-2)).toEqual([
      { collected: 1_500_000, due: 1_500_000, month: '2026-12', paid: 1_500_000 },
      { collected: 1_200_000, due: 1_500_000, month: '2027-01', paid: 600_000 },
    ])
    const before = await findCollected(inUse.shop.payload, wibDay('2027-01-04'))
    expect(before.at(-1)).toMatchObject({ due: 0, paid: 0 })
  })
})

describe('Contracts by product', () => {
  it('say what is paid, left and overdue; what is paid at once is none', async () => {
    await inUse.buyer.buy()
    const rows = await findProducts(inUse.shop.payload, wibDay('2027-01-20'))
    expect(rows).toMatchObject([
      {
        contracts: 5,
        late: 3,
        left: 3_300_000,
        overdue: 900_000,
        paid: 2_700_000,
        slug: desk.product.slug,
        total: 6_000_000,
      },
    ])
  })
})

describe('A report as a file', () => {
  const FILES = ['ageing', 'collected', 'contract-products', 'expected'] as const

  it.each(FILES)('%s is for admins and owners alone', async (name) => {
    const customer = await desk.logIn()
    const statuses = []
    for (const headers of [
      {},
      customer.headers,
      people.editor.headers,
      people.admin.headers,
      people.owner.headers,
    ]) {
      statuses.push((await get(`${name}.csv`, headers)).status)
    }
    expect(statuses).toEqual([401, 403, 403, 200, 200])
  })

  it('says the same numbers as the page, and names its day', async () => {
    freezeOn(40)
    const { response, text } = await get('ageing.csv')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="ageing-2027-01-14.csv"',
    )
    expect(rowsOf(text)).toEqual([
      ['Umur', 'Terutang (Rp)', 'Tagihan', 'Kontrak'],
      ['Belum terlambat', '2400000', '8', '4'],
      ['Terlambat 1–7 hari', '0', '0', '0'],
      ['Terlambat 8–30 hari', '900000', '3', '3'],
      ['Terlambat lebih dari 30 hari', '0', '0', '0'],
    ])
    expect(rowsOf((await get('expected.csv')).text)).toHaveLength(15)
  })

  it.each(['ageing', 'ageing.txt', 'toString.csv', 'age.csv'])(
    'there is none called %s',
    async (name) => {
      expect((await get(name)).status).toBe(404)
    },
  )
})
