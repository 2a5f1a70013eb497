import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildPackage, type PackageMaking, sealPdf } from '@/plugin/spk/seal'
import { hideNik } from '@/plugin/spk/seal/hideNik'
import { inFolder } from '../../../support/downloads'
import { AT, makePackage, sha256, useSealKey } from './parts'

const isMissing = (tool: string): boolean => spawnSync(tool, ['-v']).error !== undefined

/** What a tool of poppler or qpdf says of a file. */
const ask = (tool: string, args: string[]): string => {
  const { stderr, stdout } = spawnSync(tool, args, { encoding: 'utf8' })
  return `${stdout}${stderr}`
}

const read = (bytes: Uint8Array): Promise<string> =>
  inFolder(async (folder) => {
    const file = join(folder, 'paket.pdf')
    await writeFile(file, bytes)
    return ask('pdftotext', ['-layout', file, '-'])
  })

const SEALING = { at: AT, reason: 'Segel sistem' }

describe('The sealed package', () => {
  let made: Awaited<ReturnType<typeof makePackage>>
  let plain: Uint8Array
  let sealed: Uint8Array

  beforeAll(async () => {
    made = await makePackage()
    plain = await buildPackage(made.making)
    sealed = await sealPdf({ bytes: plain, ...SEALING, ...useSealKey() })
  })

  it('holds its bytes as they were built, the seal behind them', () => {
    expect(Buffer.from(sealed.subarray(0, plain.length)).equals(plain)).toBe(true)
    expect(Buffer.from(sealed).toString('latin1')).toContain('/ETSI.CAdES.detached')
  })

  it('is the same however often it is built', async () => {
    expect(sha256(await buildPackage(made.making))).toBe(sha256(plain))
    const later = { ...made.making, at: new Date(AT.getTime() + 1_000) }
    expect(sha256(await buildPackage(later))).not.toBe(sha256(plain))
  })

  it.skipIf(isMissing('pdfsig'))('is valid for poppler, and not once a letter has changed', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'paket.pdf')
      await writeFile(file, sealed)
      const said = ask('pdfsig', [file])
      expect(said).toContain('Signature is Valid')
      expect(said).toContain('Total document signed')
      expect(said).toContain('Segel Hanzamas')
      const changed = Uint8Array.from(sealed)
      changed.set([(changed[plain.length - 200] ?? 0) ^ 1], plain.length - 200)
      await writeFile(file, changed)
      expect(ask('pdfsig', [file])).not.toContain('Signature is Valid')
    }),
  )

  it.skipIf(isMissing('qpdf'))('is a PDF without a fault', () =>
    inFolder(async (folder) => {
      const file = join(folder, 'paket.pdf')
      await writeFile(file, sealed)
      const { status, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' })
      expect([status, stderr]).toEqual([0, ''])
    }),
  )

  it.skipIf(isMissing('pdfdetach') || isMissing('pdfsig'))(
    'gives both originals back byte by byte, the signature inside still valid',
    () =>
      inFolder(async (folder) => {
        const file = join(folder, 'paket.pdf')
        await writeFile(file, sealed)
        expect(ask('pdfdetach', ['-list', file])).toContain('2 embedded files')
        ask('pdfdetach', ['-saveall', '-o', folder, file])
        for (const { bytes, name } of made.making.attachments) {
          expect(sha256(await readFile(join(folder, name)))).toBe(sha256(bytes))
        }
        const stamped = join(folder, 'SPK-HZ-2026-XI-001-r1-emeterai.pdf')
        expect(ask('pdfsig', [stamped])).toContain('Signature is Valid')
      }),
  )

  it.skipIf(isMissing('qpdf') || isMissing('pdftotext'))(
    'shows the scanned pages first, as they were scanned',
    () =>
      inFolder(async (folder) => {
        const file = join(folder, 'paket.pdf')
        await writeFile(file, sealed)
        const pages = ask('qpdf', ['--show-pages', '--with-images', file])
        const sizes = pages.split('\npage ').slice(0, 2)
        sizes.forEach((page) => expect(page).toMatch(/827 x 1169/))
        const text = (await read(sealed)).split('\f')
        expect(text.slice(0, 2).join('').trim()).toBe('')
        expect(text[2]).toContain('LEMBAR AUDIT')
      }),
  )
})

describe.skipIf(isMissing('pdftotext'))('The audit sheet', () => {
  const sheet = async (wish: Parameters<typeof makePackage>[0] = {}): Promise<string> =>
    (await read(await buildPackage((await makePackage(wish)).making))).replace(/\s+/g, ' ')

  it('names the parties, the fingerprints, the stamp, the decision and the head of the chain', async () => {
    const { making } = await makePackage()
    const { audit } = making
    const text = (await read(await buildPackage(making))).replace(/\s+/g, '')
    for (const told of [
      audit.number,
      audit.customer,
      audit.provider,
      audit.contentSha256.slice(0, 32),
      audit.chainHead.hash,
      audit.verifyUrl,
      audit.meterai?.serial ?? '-',
      audit.meterai?.official ?? '-',
      audit.override?.reason ?? '-',
      audit.seal.fingerprint,
      ...audit.files.map((file) => file.sha256.slice(0, 32)),
      ...audit.findings.map(({ text: { id } }) => id.slice(0, 40)),
      ...audit.events.map(({ what }) => what.id),
      ...audit.events.flatMap(({ from }) => from?.id ?? []),
      ...audit.reviewers.map(({ name }) => name),
      ...making.attachments.map(({ name }) => name),
    ]) {
      expect(text).toContain(told.replace(/\s+/g, ''))
    }
  })

  it('says of a seal of our own that it proves only that nothing changed', async () => {
    const text = await sheet()
    expect(text).toContain('Segel sistem.')
    expect(text).toContain('bukan tanda tangan elektronik tersertifikasi')
  })

  it('says of another’s seal whose it is', async () => {
    const { making } = await makePackage()
    const seal = { ...making.audit.seal, isSelfSigned: false, issuer: 'PSrE Uji' }
    const text = await sheet({ audit: { seal } })
    expect(text).toContain('dengan sertifikat dari PSrE Uji')
    expect(text).not.toContain('Segel sistem.')
  })

  it('calls nothing false and nobody a forger', async () => {
    expect(await sheet()).not.toMatch(/palsu|asli\b|pemalsu/i)
    expect(await sheet({ locale: 'en' })).not.toMatch(/forge|fake|genuine/i)
  })

  it('is written in English when it is asked for', async () => {
    const text = await sheet({ locale: 'en' })
    expect(text).toContain('AUDIT SHEET')
    expect(text).toContain('A code stands in the box of the signature')
  })

  it('says where a paper stamp is, and that a file has no e-Meterai', async () => {
    expect(await sheet({ audit: { meterai: null, mode: 'tempel' } })).toContain(
      'Meterai tempel ada',
    )
    expect(await sheet({ audit: { meterai: null } })).toContain('Tidak ada e-Meterai')
  })

  it('keeps a long story and leaves out what did not happen', async () => {
    const { making } = await makePackage()
    const [first] = making.audit.events
    const events = Array.from({ length: 120 }, (_, at) => ({
      ...first!,
      hash: null,
      seq: 1_000 + at,
    }))
    const text = await sheet({ audit: { checklist: [], events, findings: [], override: null } })
    expect(text).toContain('1119')
    expect(text).toContain('tidak mencatat temuan')
    expect(text).not.toContain('alasan tertulis')
    expect(text).not.toContain('Daftar periksa')
  })

  it('shows of a NIK that somebody wrote into a reason the first and last two digits', async () => {
    const { making } = await makePackage()
    const what = { en: 'NIK is 3171-2345-6789-0123', id: 'NIK seharusnya 3171234567890123.' }
    const { override } = making.audit
    const text = await sheet({
      audit: {
        events: making.audit.events.map((event) => ({ ...event, what })),
        override: override && { ...override, reason: 'NIK 3171 2345 6789 0123 cocok' },
      },
    })
    expect(text).toContain('NIK seharusnya 31************23.')
    expect(text).toContain('NIK 31************23 cocok')
    expect(text).not.toMatch(/3171|6789/)
  })

  it('marks letters that its fonts lack', async () => {
    expect(await sheet({ audit: { customer: 'Budi 張 🦊' } })).toContain('Budi ? ?')
  })
})

describe('A NIK in a text', () => {
  it.each([
    ['3171234567890123', '31************23'],
    ['KTP: 3171.2345.6789.0123', 'KTP: 31************23'],
    ['(3171234567890123), ya', '(31************23), ya'],
    ['12345678901234567', '12345678901234567'],
    ['transfer 317123456789', 'transfer 317123456789'],
    ['a3171234567890123', 'a3171234567890123'],
    [
      '12-11-2026 pukul 10.00, nomor 001/SPK/HZ/XI/2026',
      '12-11-2026 pukul 10.00, nomor 001/SPK/HZ/XI/2026',
    ],
  ])('%s becomes %s', (written, shown) => {
    expect(hideNik(written)).toBe(shown)
  })
})

describe('A package is not built', () => {
  const build = async (wish: Partial<PackageMaking>): Promise<Uint8Array> =>
    buildPackage({ ...(await makePackage()).making, ...wish })

  it('from bytes that are not those of the record', async () => {
    const { making } = await makePackage()
    const [stamped, scan] = making.attachments
    const changed = { ...stamped!, bytes: Buffer.concat([stamped!.bytes, Buffer.from(' ')]) }
    await expect(build({ attachments: [changed, scan!], audit: making.audit })).rejects.toThrow(
      'not those that the record tells of',
    )
  })

  it('with a name twice, or one that leads out of a folder or has strange letters', async () => {
    const { making } = await makePackage()
    const [stamped] = making.attachments
    const named = (...names: string[]) => ({
      attachments: names.map((name) => ({ ...stamped!, name })),
      audit: making.audit,
    })
    for (const names of [['a.pdf', 'a.pdf'], ['../a.pdf'], ['001/SPK.pdf'], ['spk é.pdf'], ['']]) {
      await expect(build(named(...names))).rejects.toThrow('cannot be called')
    }
  })

  it('without a scanned page', async () => {
    await expect(build({ scanPages: [] })).rejects.toThrow('would seal nothing')
  })
})

describe('Nothing is sealed', () => {
  it('with a key that has run out or does not open', async () => {
    const bytes = await buildPackage((await makePackage()).making)
    const late = { at: new Date('2027-02-01T00:00:00Z'), reason: 'Segel sistem' }
    await expect(sealPdf({ bytes, ...late, ...useSealKey() })).rejects.toMatchObject({
      code: 'seal.keyExpired',
    })
    const wrong = { ...useSealKey(), passphrase: 'salah' }
    await expect(sealPdf({ bytes, ...SEALING, ...wrong })).rejects.toMatchObject({
      code: 'seal.keyPassphrase',
    })
  })
})
