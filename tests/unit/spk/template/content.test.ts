import { describe, expect, it } from 'vitest'
import { wibDay } from '@/plugin/kernel/time'
import { isNik, maskNik } from '@/plugin/spk/nik'
import {
  buildContent,
  describeContent,
  diffContents,
  findContentFaults,
  hashContent,
  type SpkChange,
  type SpkFault,
} from '@/plugin/spk/template'
import { NIK, spkContent, spkFacts } from '../../../factories/spkContent'

const bodyOf = (key: string, content = spkContent()) =>
  content.clauses.find((clause) => clause.key === key)?.body ?? ''

const inShort = ({ code, field }: SpkFault): [code: string, field: string] => [code, field]

const faultsOf = async (content = spkContent()): Promise<[code: string, field: string][]> =>
  (await findContentFaults(content)).map(inShort)

describe('The content of an agreement', () => {
  it('has its clauses filled in with the facts of the order, money and days in words', () => {
    const price = bodyOf('price')
    expect(price).toContain('Rp12.900.000 (dua belas juta sembilan ratus ribu rupiah)')
    expect(price).toContain(
      'harga tunai Rp12.000.000, biaya pemasangan Rp300.000, dan selisih harga angsuran Rp600.000',
    )
    expect(price).toContain(
      'pembayaran di muka sebesar Rp1.500.000 (satu juta lima ratus ribu rupiah) dan 12 (dua belas) kali angsuran',
    )
    expect(price).toContain('tanggal 28 November 2026')
    expect(price).toContain('tanggal 5 November 2027')
    expect(bodyOf('late')).toContain('7 (tujuh) Hari setelah tanggal jatuh tempo')
    expect(bodyOf('disputes')).toContain('Pengadilan Negeri Jakarta')
    expect(bodyOf('term')).toContain('12 (dua belas) bulan')
  })

  it('leaves out what costs nothing, and has one payment when it is paid at once', () => {
    const [first] = spkFacts().instalments
    const content = spkContent({
      instalments: first ? [{ ...first, amount: 12_000_000, kind: 'instalment' }] : [],
      price: { cash: 12_000_000, downPayment: 0, markup: 0, setupFee: 0, total: 12_000_000 },
    })
    expect(bodyOf('price', content)).toContain('terdiri atas harga tunai Rp12.000.000. Harga ini')
    expect(bodyOf('price', content)).toContain('dengan 1 (satu) kali pembayaran menurut')
  })

  it('says that a late fee is due, or that none is', () => {
    expect(bodyOf('late')).toContain('tidak mengenakan denda')
    const fee = 'Denda keterlambatan adalah Rp50.000 untuk setiap 30 hari.'
    const charged = bodyOf('late', spkContent({ late: { fee, suspendAfterDays: 14 } }))
    expect(charged).toContain(`2. ${fee}`)
    expect(charged).toContain('14 (empat belas) Hari')
  })

  it('counts the Pasal that clauses refer to, wherever they stand', () => {
    const { template, ...facts } = spkFacts()
    const [first, ...rest] = template.clauses
    const extra = { body: 'Nama domain dicatat.', key: 'domain', title: 'Domain' }
    const clauses = first ? [first, extra, ...rest] : []
    const content = buildContent({ ...facts, template: { ...template, clauses } })
    expect(bodyOf('definitions', content)).toContain('dirinci dalam Pasal 3 dengan')
    expect(bodyOf('definitions')).toContain('dirinci dalam Pasal 2 dengan')
  })

  it('is hashed as a whole: one letter more is another content, another order of keys is not', () => {
    const content = spkContent()
    expect(hashContent(content)).toMatch(/^[0-9a-f]{64}$/)
    const turned = Object.fromEntries(Object.entries(content).reverse()) as typeof content
    expect(hashContent(turned)).toBe(hashContent(content))
    expect(hashContent({ ...content, place: 'Jakarta ' })).not.toBe(hashContent(content))
  })

  it('holds no whole NIK', () => {
    expect(JSON.stringify(spkContent())).not.toContain(NIK)
    expect(maskNik(NIK)).toBe('31••••••••••••01')
    expect([isNik(NIK), isNik('317401020390000'), isNik('3174010203900OO1')]).toEqual([
      true,
      false,
      false,
    ])
    expect(() => maskNik('123')).toThrow(RangeError)
  })
})

describe('Before it is sent', () => {
  it('a whole content has no fault', async () => {
    expect(await findContentFaults(spkContent())).toEqual([])
    const company = { name: 'CV Maju Jaya', nib: '', title: 'Direktur' }
    const customer = { ...spkFacts().customer, company }
    expect(await findContentFaults(spkContent({ customer }))).toEqual([])
  })

  it('what is missing is named, with its field', async () => {
    const { customer, provider } = spkFacts()
    const content = spkContent({
      customer: { ...customer, address: { ...customer.address, city: ' ' }, name: '' },
      lines: [],
      provider: { ...provider, nib: '', npwp: '', representative: '' },
    })
    const faults = await findContentFaults(content)
    expect(faults.map(({ field }) => field)).toEqual([
      'provider.representative',
      'customer.name',
      'customer.address.city',
      'lines',
    ])
    expect(faults[1]?.text).toEqual({
      id: 'Nama pelanggan masih kosong.',
      en: 'Customer is missing.',
    })
  })

  it('letters that cannot be printed are shown, with their field', async () => {
    const { customer } = spkFacts()
    const faults = await findContentFaults(
      spkContent({ customer: { ...customer, name: 'Budi 漢 😀' } }),
    )
    expect(faults.map(({ code, field }) => [code, field])).toEqual([['glyphs', 'customer.name']])
    expect(faults[0]?.text.id).toBe('Nama pelanggan memuat huruf yang tidak dapat dicetak: 漢 😀')
  })

  it('sums are held against the total, of the parts and of the schedule', async () => {
    const { instalments, price } = spkFacts()
    expect(await faultsOf(spkContent({ price: { ...price, cash: 11_999_999 } }))).toEqual([
      ['sum', 'price.total'],
    ])
    const faults = await findContentFaults(spkContent({ instalments: instalments.slice(0, -1) }))
    expect(faults.map(({ text }) => text.id)).toEqual([
      'Jadwal angsuran berjumlah Rp11.950.000, bukan Rp12.900.000.',
    ])
  })

  it('days of the schedule follow each other, and every row asks for something', async () => {
    const rows = [...spkFacts().instalments]
    const [first, second] = rows
    if (first && second) {
      rows[0] = { ...first, amount: first.amount + second.amount }
      rows[1] = { ...second, amount: 0, dueOn: wibDay('2026-11-27') }
    }
    expect(await faultsOf(spkContent({ instalments: rows }))).toEqual([
      ['amount', 'instalments.1'],
      ['order', 'instalments.1'],
    ])
  })

  it('a service lasts a month at least', async () => {
    expect(await faultsOf(spkContent({ months: 0 }))).toEqual([['amount', 'months']])
  })

  it('a NIK in a clause or in an address is refused, a tax number of the shop is not', async () => {
    const { customer, provider, template, ...facts } = spkFacts()
    const street = 'Jalan Merdeka 10, NIK 3174 0102 0390 0001'
    const wish = { ...customer, address: { ...customer.address, street } }
    expect(await faultsOf(spkContent({ customer: wish }))).toEqual([
      ['nik', 'customer.address.street'],
    ])
    const npwp = '0123456789012345'
    expect(await faultsOf(spkContent({ provider: { ...provider, npwp } }))).toEqual([])
    const clauses = template.clauses.map((clause) =>
      clause.key === 'closing' ? { ...clause, body: `NIK ${NIK}` } : clause,
    )
    const content = buildContent({
      ...facts,
      customer,
      provider,
      template: { ...template, clauses },
    })
    expect(await faultsOf(content)).toEqual([['nik', 'clauses.closing.body']])
  })

  it('says what becomes of its schedule when it is confirmed late', () => {
    const { clauses } = buildContent({ ...spkFacts(), payWithinDays: 5 })
    const { body } = clauses.find(({ key }) => key === 'price') ?? { body: '' }
    expect(body).toContain('jatuh tempo pertama menjadi 5 (lima) Hari setelah konfirmasi')
  })

  it('names the court that the template chooses, whatever the place of signing', () => {
    const { clauses } = buildContent({ ...spkFacts(), disputeCity: 'Semarang', place: 'Bandung' })
    const { body } = clauses.find(({ key }) => key === 'disputes') ?? { body: '' }
    expect(body).toContain('Pengadilan Negeri Semarang')
  })

  it('a placeholder that was left, and type too small to read, are refused', async () => {
    const content = spkContent()
    const clauses = content.clauses.map((clause) =>
      clause.key === 'closing' ? { ...clause, body: 'Di {{kotta}}.' } : clause,
    )
    expect(await faultsOf({ ...content, clauses, fontSize: 8 })).toEqual([
      ['fontSize', 'fontSize'],
      ['placeholder', 'clauses.closing.body'],
    ])
  })
})

describe('What people check', () => {
  it('is everything that the agreement says, in the order of its pages, with the NIK masked', () => {
    const entries = describeContent(spkContent())
    const labels = entries.map(({ label }) => label.id)
    for (const label of [
      'Nama pelanggan',
      'Layanan 1: harga',
      'Angsuran ke-12',
      'Pasal 13 Penutup',
    ]) {
      expect(labels).toContain(label)
    }
    const inOrder = ['Nomor pesanan', 'Nama penyedia', 'NIK', 'Harga seluruhnya', 'Angsuran ke-1']
    const places = inOrder.map((label) => labels.indexOf(label))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(entries.find(({ label }) => label.id === 'NIK')?.value).toBe('31••••••••••••01')
    expect(new Set(entries.map(({ field }) => field)).size).toBe(entries.length)
  })
})

describe('Two revisions', () => {
  it('that say the same have no difference', () => {
    expect(diffContents(spkContent(), spkContent({ revision: 1 }))).toEqual([])
  })

  it('are compared in words, in the order of the pages', () => {
    const { customer, instalments } = spkFacts()
    const moved = instalments.map((row, at) =>
      at === 1 ? { ...row, dueOn: wibDay('2026-12-10') } : row,
    )
    const after = spkContent({
      customer: { ...customer, name: 'Budi Santosa' },
      instalments: moved,
      late: { fee: 'Denda Rp50.000.', suspendAfterDays: 7 },
    })
    const changes = diffContents(spkContent(), after)
    expect(
      changes.map(({ after: now, before, label }) => [label.id, before, now]).slice(0, 2),
    ).toEqual([
      ['Nama pelanggan', 'Budi Santoso', 'Budi Santosa'],
      [
        'Angsuran ke-1',
        'Rp950.000, jatuh tempo 5 Desember 2026',
        'Rp950.000, jatuh tempo 10 Desember 2026',
      ],
    ])
    expect(changes.map(({ field }) => field)).toEqual([
      'customer.name',
      'instalments.1',
      'clauses.late.body',
      'late.fee',
    ])
    expect(changes.at(-1)).toMatchObject({ after: 'Denda Rp50.000.', before: null })
  })

  it('tell two people apart whose masked NIK are alike', () => {
    const { customer } = spkFacts()
    const other = spkContent({ customer: { ...customer, nikMark: 'ffffffff' } })
    const [change, ...more]: SpkChange[] = diffContents(spkContent(), other)
    expect([change?.field, more]).toEqual(['customer.nikMasked', []])
  })

  it('show what fell away', () => {
    const { lines } = spkFacts()
    const [line] = lines
    const two = spkContent({ lines: line ? [line, { ...line, title: 'Domain' }] : [] })
    const gone = diffContents(two, spkContent()).find(({ field }) => field === 'lines.1.title')
    expect(gone).toMatchObject({ after: null, before: 'Domain' })
  })
})
