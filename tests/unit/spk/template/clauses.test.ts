import { describe, expect, it } from 'vitest'
import { METERAI_MODES, type SpkClause } from '@/plugin/spk/content'
import {
  buildDefaultTemplate,
  findClauseFaults,
  PLACEHOLDER_NAMES,
  REQUIRED_CLAUSES,
  type SpkTemplate,
  type StoredTemplate,
} from '@/plugin/spk/template'

const stored: StoredTemplate = { id: 'bawaan', version: 1, ...buildDefaultTemplate('e-first') }

const template = (wish: Partial<SpkTemplate> = {}): SpkTemplate => ({
  ...buildDefaultTemplate('e-first'),
  ...wish,
})

/** The default template with one clause written anew. */
const withClause = (key: string, wish: Partial<SpkClause>): SpkTemplate =>
  template({
    clauses: buildDefaultTemplate('e-first').clauses.map((clause) =>
      clause.key === key ? { ...clause, ...wish } : clause,
    ),
  })

const faultsOf = (sound: SpkTemplate): [code: string, field: string][] =>
  findClauseFaults(sound).map(({ code, field }) => [code, field])

/** What the linter says to one sentence in an otherwise sound template. */
const codesFor = (sentence: string): string[] =>
  findClauseFaults(withClause('closing', { body: sentence })).map(({ code }) => code)

describe('The clauses that a shop begins with', () => {
  it.each(METERAI_MODES)('are thirteen and without a fault in mode %s', (mode) => {
    const { clauses } = buildDefaultTemplate(mode)
    expect(clauses.map(({ key }) => key)).toEqual(REQUIRED_CLAUSES)
    expect(findClauseFaults(buildDefaultTemplate(mode))).toEqual([])
  })

  it('say of each way of stamping what it asks for, and are alike otherwise', () => {
    const bodies = METERAI_MODES.map((mode) => buildDefaultTemplate(mode).clauses)
    const differing = REQUIRED_CLAUSES.filter(
      (_, at) => new Set(bodies.map((clauses) => clauses[at]?.body)).size > 1,
    )
    expect(differing).toEqual(['signature'])
    const [first, last, paper] = bodies.map((clauses) => clauses[11]?.body ?? '')
    expect(first).toContain('merupakan satu kesatuan')
    expect(last).toContain('e-Meterai sebagai langkah terakhir')
    expect(paper).toContain('sebagian di atas meterai')
    for (const body of [first, last, paper]) {
      expect(body).toContain('tidak memenuhi ketentuan ini')
    }
  })

  it('call nobody a forger', () => {
    const words = METERAI_MODES.flatMap((mode) =>
      buildDefaultTemplate(mode).clauses.map(({ body, title }) => `${title} ${body}`),
    ).join(' ')
    expect(words).not.toMatch(/\b(?:palsu|asli|pemalsuan|fake|forged)\b/i)
  })
})

describe('A template', () => {
  it('is judged as it is kept', () => {
    expect(findClauseFaults(stored)).toEqual([])
    expect(findClauseFaults({ ...stored, clauses: [] })).toHaveLength(REQUIRED_CLAUSES.length)
  })

  it.each([9, 9.99, 0, Number.NaN, 14])('is refused with type of %s pt', (fontSize) => {
    expect(faultsOf(template({ fontSize }))).toEqual([['fontSize', 'fontSize']])
  })

  it('needs every clause of an agreement, and each is named', () => {
    const clauses = template().clauses.filter(({ key }) => key !== 'late' && key !== 'privacy')
    const faults = findClauseFaults(template({ clauses }))
    expect(faults.map(({ text }) => text.id)).toEqual([
      'Pasal wajib belum ada: late.',
      'Pasal wajib belum ada: privacy.',
    ])
  })

  it('names the field of an empty text, a second key and a strange key', () => {
    expect(faultsOf(withClause('late', { body: ' \n ' }))).toEqual([['empty', 'clauses.4.body']])
    expect(faultsOf(withClause('late', { title: '' }))).toEqual([['empty', 'clauses.4.title']])
    const extra = (key: string) =>
      template({ clauses: [...template().clauses, { body: 'Isi.', key, title: 'Judul' }] })
    expect(faultsOf(extra('late'))).toEqual([['duplicateKey', 'clauses.13.key']])
    expect(faultsOf(extra('Pasal 14'))).toEqual([['key', 'clauses.13.key']])
    expect(faultsOf(extra('domain'))).toEqual([])
  })

  it('knows its placeholders, and names those that it does not know', () => {
    const known = PLACEHOLDER_NAMES.map((name) => `{{${name}}}`).join(' ')
    expect(faultsOf(withClause('closing', { body: `${known} {{pasal:late}}` }))).toEqual([])
    const body = 'Kepada {{namaPelangan}}, menurut {{pasal:hilang}}, {{kota}, {{ kota }}.'
    const faults = findClauseFaults(withClause('closing', { body }))
    expect(faults.map(({ field, text }) => [field, text.id])).toEqual([
      ['clauses.12.body', 'Isian tidak dikenal: namaPelangan.'],
      ['clauses.12.body', 'Isian tidak dikenal: pasal:hilang.'],
      ['clauses.12.body', 'Isian tidak dikenal:  kota .'],
      ['clauses.12.body', 'Isian tidak dikenal: {{.'],
    ])
  })
})

describe('Sentences that the law on consumers forbids', () => {
  it.each([
    ['unilateralChange', 'PIHAK PERTAMA sewaktu-waktu dapat mengubah ketentuan ini.'],
    ['unilateralChange', 'Ketentuan ini dapat sewaktu waktu diubah.'],
    ['unilateralChange', 'PIHAK PERTAMA berhak mengubah harga tanpa persetujuan PIHAK KEDUA.'],
    ['unilateralChange', 'Penyedia BERHAK  untuk menaikkan harga tanpa pemberitahuan.'],
    ['unilateralChange', 'Penyedia dapat mengubah layanan kapan saja.'],
    ['unilateralChange', 'Tanpa persetujuan PIHAK KEDUA, penyedia dapat mengganti paket.'],
    ['unilateralChange', 'The provider may change these terms at any time.'],
    ['unilateralChange', 'We may at any time amend the fees.'],
    ['exoneration', 'PIHAK PERTAMA tidak bertanggung jawab atas kerugian apa pun.'],
    ['exoneration', 'PIHAK KEDUA membebaskan PIHAK PERTAMA dari segala tuntutan.'],
    ['exoneration', 'PIHAK PERTAMA mengalihkan tanggung jawab kepada pihak ketiga.'],
    ['exoneration', 'The provider shall not be liable for any loss.'],
    ['noRefund', 'Uang yang sudah dibayar tidak dapat dikembalikan dengan alasan apa pun.'],
    ['noRefund', 'Uang muka dinyatakan hangus.'],
    ['newRules', 'PIHAK KEDUA tunduk pada aturan baru yang dibuat PIHAK PERTAMA.'],
    ['powerOfAttorney', 'PIHAK KEDUA memberi kuasa untuk melakukan tindakan sepihak.'],
    ['reducedBenefit', 'PIHAK PERTAMA berhak mengurangi manfaat Layanan.'],
    ['security', 'PIHAK KEDUA memberikan hak jaminan atas barang yang diangsur.'],
  ])('%s: %s', (code, sentence) => {
    expect(codesFor(sentence)).toContain(code)
  })

  it('are found when they are wrapped over blanks, and shown as they were written', () => {
    const [fault] = findClauseFaults(
      withClause('closing', {
        body: '1. Baik.\n2. Penyedia\u00a0 sewaktu-waktu\tdapat mengubah tarif.',
      }),
    )
    expect(fault?.field).toBe('clauses.12.body')
    expect(fault?.text.id).toContain('“sewaktu-waktu dapat mengubah”')
    expect(fault?.text.en).toContain('UU 8/1999 art. 18')
  })

  it.each([
    'PIHAK PERTAMA tidak berhak mengubah harga tanpa persetujuan PIHAK KEDUA.',
    'PIHAK PERTAMA tidak dapat mengubah Perjanjian secara sepihak.',
    'The provider may not change these terms without notice.',
    'PIHAK PERTAMA bertanggung jawab atas kerugian karena kelalaiannya.',
    'Pembayaran dapat dikembalikan menurut ketentuan pasal ini.',
    'Perubahan berlaku setelah disepakati Para Pihak.',
    'PIHAK KEDUA mematuhi ketentuan Perjanjian ini.',
  ])('are none of these: %s', (sentence) => {
    expect(codesFor(sentence)).toEqual([])
  })

  it('do not make the linter slow, however long a clause is', () => {
    const long = 'PIHAK PERTAMA berhak dan dapat mengubah dari segala kuasa tunduk '.repeat(2_000)
    expect(Array.isArray(codesFor(long))).toBe(true)
  }, 5_000)
})
