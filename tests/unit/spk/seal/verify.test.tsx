import { webcrypto } from 'node:crypto'
import { createTranslator } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { wibDay } from '@/plugin/kernel/time'
import { maskName, type SpkVerification } from '@/plugin/spk/seal'
import { CheckResult } from '@/storefront/components/verify/FileCheck'
import { VerifyView } from '@/storefront/components/verify/VerifyView'
import type { StoreLocale } from '@/storefront/i18n/locales'
import en from '@/storefront/messages/en.json'
import id from '@/storefront/messages/id.json'
import { compareFile } from '@/storefront/spk/verify/compareFile'
import { buildComparable, buildCompareCopy } from '@/storefront/spk/verify/copy'
import { sha256 } from './parts'

const wordsOf = (locale: StoreLocale) =>
  createTranslator({ locale, messages: locale === 'en' ? en : id, namespace: 'verify' })

const CONTENT = Buffer.from('%PDF-1.7 isi perjanjian')
const AT = new Date('2026-11-22T03:00:00Z')

const link = (of: string, seq: number, isIntact = true) => ({
  hash: sha256(Buffer.from(of)),
  isIntact,
  seq,
})

const verification = (wish: Partial<SpkVerification> = {}): SpkVerification => ({
  chain: { links: [link('awal', 12), link('ujung', 415)], waiting: 0 },
  dates: { agreedOn: wibDay('2026-11-22'), confirmedAt: AT, issuedAt: AT, sealedAt: null },
  files: [
    { at: AT, kind: 'issued', pages: 4, sha256: sha256(CONTENT), size: CONTENT.length },
    { at: AT, kind: 'photo', pages: null, sha256: sha256(Buffer.from('foto')), size: 4 },
  ],
  maskedNames: { customer: maskName('Budi Santoso'), provider: maskName('PT Hanzamas') },
  number: '001/SPK/HZ/XI/2026',
  revision: 1,
  stateLabel: { en: 'Confirmed', id: 'Dikonfirmasi' },
  ...wish,
})

const draw = (shown: SpkVerification, locale: StoreLocale = 'id'): string =>
  renderToStaticMarkup(<VerifyView locale={locale} t={wordsOf(locale)} verification={shown} />)

describe('The page that checks an agreement', () => {
  it('shows number, state, dates and every fingerprint without any script', () => {
    const html = draw(verification())
    for (const told of [
      'Periksa perjanjian 001/SPK/HZ/XI/2026',
      'Dikonfirmasi',
      '22 November 2026 pukul 10.00 WIB',
      '4 halaman',
      'Foto langsung',
      ...verification().files.map((file) => file.sha256),
      sha256(Buffer.from('awal')),
      sha256(Buffer.from('ujung')),
      '2 catatan SPK ini dihitung ulang',
    ]) {
      expect(html).toContain(told)
    }
    expect(html).not.toContain('<form')
    // Utilities of Tailwind would win against the rule that hides it.
    expect(html).toContain('<div class="needs-js">')
  })

  it('names nobody in full', () => {
    const html = draw(verification())
    expect(html).toContain('B*** S***')
    expect(html).not.toMatch(/Budi|Santoso|Hanzamas/)
  })

  it('speaks English as well', () => {
    const html = draw(verification(), 'en')
    expect(html).toContain('Confirmed')
    expect(html).toContain('4 pages')
    expect(html).toContain('22 November 2026, 10:00 WIB')
  })

  it('leaves out what has not happened and says when nothing is on record', () => {
    expect(draw(verification())).not.toContain('Disegel')
    const html = draw(verification({ chain: { links: [], waiting: 1 }, files: [] }))
    expect(html).toContain('Belum ada berkas yang tercatat.')
    expect(html).toContain('Belum ada catatan yang dikunci.')
  })

  it('says which record does not fit, and that none fits as a whole then', () => {
    const links = [link('awal', 12), link('tengah', 13, false), link('ujung', 415)]
    const html = draw(verification({ chain: { links, waiting: 2 } }))
    expect(html).toContain('Catatan ke-13 tidak cocok dengan isinya')
    expect(html).not.toContain('semuanya cocok')
    expect(html).toContain('2 catatan terbaru belum dikunci')
  })

  it('calls no file false', () => {
    expect(draw(verification())).not.toMatch(/palsu|\basli\b/i)
    expect(draw(verification(), 'en')).not.toMatch(/forge|fake|genuine/i)
  })
})

describe('A chosen file', () => {
  const t = wordsOf('id')
  const files = buildComparable({ files: verification().files, locale: 'id', t })
  const subtle = webcrypto.subtle as unknown as SubtleCrypto
  const compare = (content: Uint8Array<ArrayBuffer>) =>
    compareFile({ file: new Blob([content]), files, subtle })
  const say = (shown: Parameters<typeof CheckResult>[0]['shown']): string =>
    renderToStaticMarkup(<CheckResult copy={buildCompareCopy(t)} files={files} shown={shown} />)

  it('is named when it is the same to the last byte', async () => {
    const same = await compare(new Uint8Array(CONTENT))
    expect(same).toEqual({ id: '0', kind: 'same', sha256: sha256(CONTENT) })
    expect(say(same)).toContain(
      'Sama persis dengan “PDF terbit” yang tercatat pada 22 November 2026',
    )
    expect(say(same)).toContain(sha256(CONTENT))
  })

  it('is none of the record once a single byte differs, of whatever length', async () => {
    for (let at = 0; at < CONTENT.length; at++) {
      const changed = new Uint8Array(CONTENT)
      changed.set([(changed[at] ?? 0) ^ 1], at)
      expect(await compare(changed)).toEqual({ kind: 'none', sha256: sha256(changed) })
    }
    const shorter = new Uint8Array(CONTENT.subarray(1))
    expect((await compare(shorter)).kind).toBe('none')
    expect((await compare(new Uint8Array())).kind).toBe('none')
    expect(say({ kind: 'none', sha256: null })).toContain('tidak sama dengan satu pun berkas')
  })

  it('is not even read when it is larger than all of them', async () => {
    const file = new Blob([CONTENT, 'x'])
    file.arrayBuffer = () => Promise.reject(new Error('read'))
    expect(await compareFile({ file, files, subtle })).toEqual({ kind: 'none', sha256: null })
    expect(await compareFile({ file: new Blob(['x']), files: [], subtle })).toEqual({
      kind: 'none',
      sha256: null,
    })
  })

  it('that cannot be read any more is asked for again', async () => {
    const file = new Blob([CONTENT])
    file.arrayBuffer = () => Promise.reject(new Error('gone'))
    const failed = await compareFile({ file, files, subtle })
    expect(failed).toEqual({ kind: 'failed' })
    expect(say(failed)).toContain('Pilih lagi')
  })

  it('is compared by hand where the browser has no fingerprints to give', async () => {
    const answer = await compareFile({ file: new Blob([CONTENT]), files, subtle: undefined })
    expect(answer).toEqual({ kind: 'unsupported' })
    expect(say(answer)).toContain('Hitung dengan cara di bawah')
  })
})

describe('A masked name', () => {
  it('shows the first letter of each word and not how long it is', () => {
    expect(maskName('Budi Santoso')).toBe('B*** S***')
    expect(maskName('  Ni   Luh Ayu ')).toBe('N*** L*** A***')
    expect(maskName('Ø')).toBe('Ø***')
    expect(maskName('')).toBe('')
  })
})
