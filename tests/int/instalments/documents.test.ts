import Papa from 'papaparse'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { readAttempts, readRows } from '../../support/books'
import { freezeOn, makeContractDesk } from '../../support/contracts'
import { readWords } from '../../support/documents'
import { sha256 } from '../../support/downloads'
import { makeMover } from '../../support/moves'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const desk = makeContractDesk(inUse)
const { order, pay, people, revise, running, sweepThrough, transfer } = desk

beforeAll(() => desk.enter([{ key: 'besar', setupFee: 5_000_001, tenor: 4 }]))
beforeEach(() => void freezeOn(0))
afterEach(() => clock.release())

type Fetched = { bytes: Uint8Array; headers: Headers; status: number; text: string }

const fetchFile = async (token: string, path: string, headers = {}): Promise<Fetched> => {
  const url = `${inUse.shop.url}/api/shop/orders/${token}/${path}`
  const response = await fetch(url, { headers })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const { status } = response
  return { bytes, headers: response.headers, status, text: Buffer.from(bytes).toString('utf8') }
}

const words = async (token: string, path: string): Promise<string> => {
  const { bytes, status } = await fetchFile(token, path)
  expect(status).toBe(200)
  return readWords(bytes)
}

const lastPayment = async (token: string): Promise<{ id: string; merchantOrderId: string }> =>
  (await readAttempts(inUse.shop.payload, token)).at(-1)!

const receiptPath = async (token: string): Promise<string> =>
  `receipts/${(await lastPayment(token)).merchantOrderId}.pdf`

describe('the schedule', () => {
  it('shows every instalment, the sums, the cash price and the terms in words', async () => {
    const { token } = await running('denda')
    const text = await words(token, 'schedule.pdf')
    for (const part of [
      'Jadwal cicilan',
      '1 dari 4 lunas',
      'Harga tunai Rp1.200.000',
      'Total cicilan Rp1.200.000',
      'Rp0: total sama dengan harga tunai',
      '1 5 Des 2026 Rp300.000 – Rp300.000 5 Des 2026 Lunas',
      '2 5 Jan 2027 Rp300.000 – – – Belum terbit',
      '4 5 Mar 2027 Rp300.000',
      'Jumlah Rp1.200.000 – Rp300.000',
      'Rp25.000 mulai hari ke-4 setelah jatuh tempo, dan lagi setiap 30 hari berikutnya.',
      'Dipakai untuk cicilan berikutnya.',
      'Hari ke-3 setelah jatuh tempo: Anda diminta memilih membayar atau menangguhkan.',
      'Hari ke-7: layanan dapat ditangguhkan admin.',
      'Halaman 2 dari 2',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('shows who is late, by how many days, and what it has cost', async () => {
    const { token } = await running('denda')
    await sweepThrough(31, 36)
    const text = await words(token, 'schedule.pdf')
    expect(text).toContain('2 5 Jan 2027 Rp300.000 Rp25.000 – – Terlambat 5 hari, denda belum')
    expect(text).toContain('Tunggakan Rp300.000 · Terlambat 5 hari')
    expect(text).toContain('Denda belum dibayar Rp25.000')
  })

  it('says what instalments cost beside the cash price, and what paying off early gives back', async () => {
    const { token } = await running('potong')
    const text = await words(token, 'schedule.pdf?locale=en')
    expect(text).toContain('Cash price difference Rp120,000')
    expect(text).toMatch(/To pay it off today Rp900,000 \(Rp90,000 already taken off\)/)
    expect(text).toContain('Suspension Day 3 after the due day')
  })

  it('keeps the rows that a new schedule has replaced', async () => {
    const { id, token } = await running('4x')
    await revise(id, { firstDue: '2027-01-20', tenor: 2 })
    const text = await words(token, 'schedule.pdf')
    expect(text).toContain('Jadwal sebelumnya, sudah diganti')
    expect(text).toContain('5 20 Jan 2027 Rp450.000')
    expect(text).toContain('Jumlah Rp1.200.000')
  })

  it('is the same file, byte by byte, while nothing has changed that day', async () => {
    const { token } = await running('4x')
    const [one, two] = [
      await fetchFile(token, 'schedule.pdf'),
      (freezeOn(0, 22), await fetchFile(token, 'schedule.pdf')),
    ]
    expect(sha256(Buffer.from(one.bytes))).toBe(sha256(Buffer.from(two.bytes)))
    freezeOn(1)
    const later = await fetchFile(token, 'schedule.pdf')
    expect(sha256(Buffer.from(one.bytes))).not.toBe(sha256(Buffer.from(later.bytes)))
  })

  it('goes into a spreadsheet with the same numbers', async () => {
    const { token } = await running('dp')
    const { headers, text } = await fetchFile(token, 'schedule.csv')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(
      Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true }).data,
    ).toEqual([
      [
        'No.',
        'Jenis',
        'Jatuh tempo',
        'Tagihan (Rp)',
        'Denda (Rp)',
        'Dibayar (Rp)',
        'Tanggal bayar',
        'Sisa (Rp)',
        'Status',
      ],
      ['1', 'Uang muka', '2026-12-05', '200000', '0', '200000', '2026-12-05', '0', 'Lunas'],
      ['2', 'Cicilan 2', '2027-01-04', '500000', '0', '0', '', '500000', 'Belum terbit'],
      ['3', 'Cicilan 3', '2027-02-04', '500000', '0', '0', '', '500000', 'Belum terbit'],
      ['', 'Jumlah', '', '1200000', '0', '200000', '', '1000000', ''],
      ['', 'Harga tunai', '', '1200000', '', '', '', '', ''],
      ['', 'Selisih harga tunai', '', '0', '', '', '', '', ''],
    ])
  })
})

describe('the calendar', () => {
  const unfold = (text: string): string => text.replaceAll('\r\n ', '')

  it('has one day for each open debt, with two alarms, and one name for each for ever', async () => {
    const { order: placed, token } = await running('4x')
    const { headers, text } = await fetchFile(token, 'calendar.ics')
    expect(headers.get('content-type')).toContain('text/calendar')
    const lines = unfold(text).split('\r\n')
    const all = (name: string): string[] => lines.filter((line) => line.startsWith(name))
    expect(all('DTSTART')).toEqual([
      'DTSTART;VALUE=DATE:20270105',
      'DTSTART;VALUE=DATE:20270205',
      'DTSTART;VALUE=DATE:20270305',
    ])
    expect(all('TRIGGER')).toEqual(
      Array.from({ length: 3 }, () => ['TRIGGER:-P2DT15H', 'TRIGGER:-PT15H']).flat(),
    )
    expect(all('DTSTAMP:')[0]).toBe('DTSTAMP:20261205T030000Z')
    expect(all('ORGANIZER')[0]).toBe('ORGANIZER;CN="Lunas":mailto:toko@lunas.test')
    const uids = all('UID:')
    expect(uids[0]).toMatch(new RegExp(`^UID:${placed.number.replaceAll('/', '-')}-2@`))
    expect(all('SUMMARY:')[0]).toMatch(/^SUMMARY:Cicilan 2: Rp300\.000 \(/)
    freezeOn(1)
    await pay(token)
    const later = unfold((await fetchFile(token, 'calendar.ics')).text)
    expect([...later.matchAll(/^UID:.*$/gm)].map(([uid]) => uid.trim())).toEqual(uids.slice(1))
  })

  it('keeps every line within 75 octets and ends it as RFC 5545 says', async () => {
    const { token } = await running('4x')
    await readRows(
      inUse.shop.payload,
      sql`update order_items set title = ${`VPS, "kecil"; ${'é漢😀'.repeat(30)}`}
        where order_id = (select id from orders where token = ${token})`,
    )
    const { text } = await fetchFile(token, 'calendar.ics')
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/[\r\n]/)
    }
    expect(unfold(text)).toContain('VPS\\, "kecil"\\; é漢😀é')
    expect(unfold(text)).toMatch(/END:VCALENDAR(\r\n)?$/)
  })
})

describe('the statement', () => {
  it('tells each payment with its channel, what it paid, and what was owed afterwards', async () => {
    const { token } = await running('4x')
    freezeOn(5)
    await pay(token, { instalments: [2, 3] })
    const { merchantOrderId } = await lastPayment(token)
    const text = await words(token, 'statement.pdf')
    expect(text).toContain('Riwayat pembayaran')
    expect(text).toMatch(/Pesanan dibuat Rp1\.200\.000 – Rp1\.200\.000/)
    expect(text).toMatch(/10 Des 2026 Pembayaran · BCA – Rp600\.000 Rp300\.000/)
    expect(text.replaceAll(' ', '')).toContain(merchantOrderId)
    expect(text).toMatch(/Cicilan 2 Rp300\.000, .*Cicilan 3 Rp300\.000/)
  })

  it('tells a transfer, a late fee, money too much and a new schedule', async () => {
    const { id, token } = await running('denda')
    await sweepThrough(31, 36)
    await transfer(id, 925_005)
    const text = await words(token, 'statement.pdf')
    expect(text).toMatch(/Denda keterlambatan Rp25\.000 – Rp925\.000/)
    expect(text).toMatch(/Transfer bank ke .*rekening toko/)
    expect(text).toContain('Denda cicilan 2 Rp25.000')
    expect(text).toMatch(/Masuk Rp925\.005; Rp5 dicatat terpisah/)
    const other = await running('4x')
    await revise(other.id, { firstDue: '2027-01-20', tenor: 2 })
    expect(await words(other.token, 'statement.pdf')).toMatch(
      /Jadwal cicilan diperbarui – – Rp900\.000/,
    )
  })
})

describe('a receipt', () => {
  it('says what was paid, when, how, for what, in words, and what is still owed', async () => {
    const { token } = await order('4x')
    await pay(token)
    const { merchantOrderId } = await lastPayment(token)
    const path = `receipts/${merchantOrderId}.pdf`
    const text = await words(token, path)
    for (const part of [
      'Bukti pembayaran elektronik',
      'Terbilang: Tiga ratus ribu rupiah',
      `Nomor ${merchantOrderId}`,
      'Waktu 5 Desember 2026 pukul 10.00 WIB',
      'Dibayar oleh Budi Santoso',
      'Cicilan 1 5 Des 2026 Rp300.000 Rp300.000',
      'Sisa setelah ini Rp900.000',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toContain('meterai')
    const before = sha256(Buffer.from((await fetchFile(token, path)).bytes))
    freezeOn(20)
    await pay(token)
    expect(sha256(Buffer.from((await fetchFile(token, path)).bytes))).toBe(before)
  })

  it('says what was forgiven for paying everything early', async () => {
    const { token } = await running('potong')
    await pay(token, { pay: 'all' })
    const text = await words(token, await receiptPath(token))
    expect(text).toContain('Potongan pelunasan Rp90.000')
    expect(text).toContain('Sisa setelah ini Rp0')
  })

  it('says what came in beyond what was owed', async () => {
    const { token } = await running('simpan')
    await pay(token, {}, { amount: 310_000 })
    const text = await words(token, await receiptPath(token))
    expect(text).toContain('Kelebihan Rp10.000, dicatat terpisah')
    expect(text).toContain('Tiga ratus sepuluh ribu rupiah')
  })

  it('mentions the e-Meterai only above five million rupiah', async () => {
    const { token } = await order('besar')
    await pay(token, { instalments: [1] })
    const text = await words(token, await receiptPath(token))
    expect(text).toContain('di atas Rp5.000.000 dapat terutang bea meterai')
  })

  it('names the day of a transfer, not an hour that nobody knows', async () => {
    const { id, token } = await order('4x')
    await transfer(id, 300_000, people.admin, { bankReference: 'BCA-77' })
    const text = await words(token, await receiptPath(token))
    expect(text).toContain('Waktu 5 Desember 2026 Melalui Transfer bank ke rekening toko')
    expect(text).toContain('Referensi BCA-77')
  })

  it('of a payment that was refunded says so', async () => {
    const { token } = await order('4x')
    await pay(token)
    const { id } = await lastPayment(token)
    const move = makeMover(() => inUse.shop)
    const body = { event: 'refund', evidence: 'BCA 1', reason: 'Batal' }
    const moved = await move({ collection: 'payments', id }, body, people.owner)
    expect(moved.status).toBe(200)
    const text = await words(token, await receiptPath(token))
    expect(text).toContain('Pembayaran ini sudah dikembalikan seluruhnya.')
  })

  it('is there for an order that was paid at once as well', async () => {
    const { order: placed } = await inUse.buyer.buy({ customer: { name: 'Budi 😀 漢' } })
    const text = await words(placed.token, await receiptPath(placed.token))
    expect(text).toContain('Pembayaran penuh')
    expect(text).toContain('Dibayar oleh Budi ? ?')
    for (const path of ['schedule.pdf', 'schedule.csv', 'statement.pdf', 'calendar.ics']) {
      expect((await fetchFile(placed.token, path)).status, path).toBe(404)
    }
  })
})

describe('whoever asks', () => {
  it('with a token of nobody, or for a payment of somebody else, finds nothing', async () => {
    const [mine, other] = [await running('4x'), await running('4x')]
    const foreign = await receiptPath(other.token)
    const { payment } = await inUse.buyer.checkout()
    const path = `/api/shop/orders/${mine.token}`
    const codes = async (paths: string[]) =>
      Promise.all(
        paths.map(async (each) => {
          const { code, status } = await callShop(inUse.shop, each)
          return `${status} ${code}`
        }),
      )
    expect(
      await codes([
        `${path}/${foreign}`,
        `${path}/receipts/${payment.merchantOrderId}.pdf`,
        `${path}/receipts/%27%3B--.pdf`,
      ]),
    ).toEqual(Array.from({ length: 3 }, () => '404 payment.notFound'))
    const documents = ['schedule.pdf', 'schedule.csv', 'statement.pdf', 'calendar.ics', foreign]
    const strangers = ['x'.repeat(43), 'x', "'--"].flatMap((token) =>
      documents.map((each) => `/api/shop/orders/${token}/${each}`),
    )
    expect(new Set(await codes(strangers))).toEqual(new Set(['404 order.notFound']))
  })

  it('gets a file of our naming that nobody else keeps, or a sentence in a browser', async () => {
    const { order: placed, token } = await running('4x')
    const number = placed.number.replaceAll('/', '-')
    const { headers } = await fetchFile(token, 'schedule.pdf')
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="jadwal-${number}.pdf"; filename*=UTF-8''jadwal-${number}.pdf`,
      'content-type': 'application/pdf',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const refused = await fetchFile(token, 'receipts/LN-X.pdf', { accept: 'text/html' })
    expect([refused.status, refused.text]).toEqual([404, 'Pembayaran tidak ditemukan.'])
  })
})
