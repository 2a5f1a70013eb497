import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { makeP12 } from '@/dev/seal/makeP12'
import { drawPdf } from '@/plugin/kernel/pdf'
import { wibDayOf } from '@/plugin/kernel/time'
import type { AuditFacts, PackageMaking, SealKey, SpkFileFacts } from '@/plugin/spk/seal'
import { readSeal, sealPdf } from '@/plugin/spk/seal'

/** When the packages of these tests are sealed. */
export const AT = new Date('2026-11-22T03:00:00Z')

/** Serial of the stand-in for an e-Meterai. */
const SERIAL = 'ABCD1234EFGH5678IJKL90'

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

const key = (name: string): SealKey => ({
  p12: makeP12({
    name,
    passphrase: 'rahasia',
    validFrom: new Date('2026-01-01T00:00:00Z'),
    validUntil: new Date('2027-01-01T00:00:00Z'),
  }),
  passphrase: 'rahasia',
})

let sealKey: SealKey | undefined

/** The shop's own seal; drawn once, keys are dear. */
export const useSealKey = (): SealKey => (sealKey ??= key('Segel Hanzamas'))

/** A page as a scanner gives it: not white, with a stroke of blue. */
export const drawScan = (at: number, format: 'jpeg' | 'png' = 'jpeg'): Promise<Buffer> =>
  sharp({
    create: { background: { b: 231, g: 244, r: 250 }, channels: 3, height: 1_169, width: 827 },
  })
    .composite([
      {
        input: Buffer.from(
          `<svg width="827" height="1169"><path d="M100 ${900 + 20 * at} q80 -90 160 0 t160 0" fill="none" stroke="#1a2f8f" stroke-width="4"/></svg>`,
        ),
      },
    ])
    .toFormat(format)
    .toBuffer()

const issued = (): Promise<Uint8Array> =>
  drawPdf({
    author: 'Hanzamas',
    blocks: [{ kind: 'heading', level: 1, text: 'Surat Perjanjian Kerjasama' }],
    createdAt: AT,
    footer: '001/SPK/HZ/XI/2026',
    language: 'id-ID',
    pageLabel: (page, pages) => `${page}/${pages}`,
    title: 'SPK',
  })

/** The files of one agreement: as issued, with a signature in the place of the e-Meterai, as scanned. */
const drawOriginals = async () => {
  const plain = await issued()
  const stamped = await sealPdf({
    at: AT,
    bytes: plain,
    reason: `[${SERIAL}] uji`,
    ...key('Meterai Uji'),
  })
  return { issued: plain, scan: new Uint8Array(await drawScan(1)), stamped }
}

type Originals = Awaited<ReturnType<typeof drawOriginals>>

let drawn: Promise<Originals> | undefined

const useOriginals = (): Promise<Originals> => (drawn ??= drawOriginals())

const filesOf = (originals: Originals): SpkFileFacts[] =>
  (['issued', 'stamped', 'scan'] as const).map((kind, hour) => ({
    at: new Date(AT.getTime() - (3 - hour) * 3_600_000),
    kind,
    pages: kind === 'scan' ? null : 1,
    sha256: sha256(originals[kind]),
    size: originals[kind].length,
  }))

const MOVES = [
  ['Data dikirim untuk diperiksa', 'Data sent for checking', 'Rani (admin)'],
  ['Data dinyatakan benar', 'Data confirmed', 'Budi Santoso (pelanggan)'],
  ['PDF diterbitkan', 'PDF issued', 'Rani (admin)'],
  ['e-Meterai dibubuhkan', 'e-Meterai affixed', 'Rani (admin)'],
  ['Hasil pindai diterima', 'Scan received', 'Budi Santoso (pelanggan)'],
  ['Tanda tangan diterima', 'Signature accepted', 'Dewi (pemilik)'],
] as const

const eventsOf = (count: number): AuditFacts['events'] =>
  Array.from({ length: count }, (_, at) => {
    const [id, en, by] = MOVES[at % MOVES.length] ?? MOVES[0]
    return {
      at: new Date(AT.getTime() - (count - at) * 1_800_000),
      by,
      from: by.includes('pelanggan')
        ? { en: 'web, logged in, network 9f', id: 'web, masuk dengan akunnya, jaringan 9f' }
        : null,
      hash: sha256(Buffer.from(`${at}`)),
      seq: 410 + at,
      what: { en, id },
    }
  })

/** The record of an agreement that was accepted in spite of a red finding. */
const makeAudit = async (
  originals: Originals,
  wish: Partial<AuditFacts> = {},
): Promise<AuditFacts> => ({
  chainHead: { hash: sha256(Buffer.from('ujung')), seq: 415 },
  checklist: [
    { isTicked: true, text: { en: 'The name matches', id: 'Nama cocok' } },
    { isTicked: true, text: { en: 'Wet ink', id: 'Tinta basah' } },
    { isTicked: false, text: { en: 'The code matches', id: 'Kode tulis tangan cocok' } },
  ],
  contentSha256: sha256(Buffer.from('isi')),
  customer: 'Budi Santoso',
  events: eventsOf(6),
  files: filesOf(originals),
  findings: [
    {
      page: 4,
      severity: 'green',
      signal: 'S8',
      text: { en: 'The page is one picture', id: 'Halaman berupa satu gambar pindai' },
    },
    {
      page: 4,
      severity: 'amber',
      signal: 'S10',
      text: {
        en: 'Very white background',
        id: 'Latar sangat putih, seperti hasil aplikasi pindai',
      },
    },
    {
      page: 4,
      severity: 'red',
      signal: 'S7',
      text: {
        en: 'A code stands in the box of the signature',
        id: 'Ada kode QR di kotak tanda tangan; tidak memenuhi ketentuan tanda tangan basah',
      },
    },
  ],
  meterai: {
    official: 'Peruri: sesuai (Rani, 22 November 2026)',
    serial: SERIAL,
    signedAt: AT,
    signer: 'Meterai Elektronik 10000',
    verdict: 'VALID',
  },
  mode: 'e-first',
  number: '001/SPK/HZ/XI/2026',
  override: {
    at: AT,
    by: 'Dewi',
    reason:
      'Kode QR adalah stiker toko yang menempel di kertas; tanda tangan sudah dilihat langsung.',
  },
  provider: 'PT Hanzamas Teknologi',
  reviewers: [
    { at: AT, name: 'Rani', part: 'first' },
    { at: AT, name: 'Dewi', part: 'second' },
  ],
  revision: 1,
  seal: await readSeal({ at: AT, ...useSealKey() }),
  verifyUrl: 'https://hanzamas.tech/v/Zk3uT8wq1vC0bX5yPnR2Lg',
  ...wish,
})

/** A whole package, ready to be built. */
export const makePackage = async (
  wish: { audit?: Partial<AuditFacts> } & Partial<Omit<PackageMaking, 'audit'>> = {},
): Promise<{ making: PackageMaking; originals: Originals }> => {
  const { audit, ...rest } = wish
  const originals = await useOriginals()
  const page = { heightMm: 297, widthMm: 210 }
  const making = {
    at: AT,
    attachments: [
      {
        bytes: originals.stamped,
        description: 'PDF ber-e-Meterai',
        mime: 'application/pdf',
        name: 'SPK-HZ-2026-XI-001-r1-emeterai.pdf',
      },
      {
        bytes: originals.scan,
        description: 'Hasil pindai dari pelanggan',
        mime: 'image/jpeg',
        name: 'SPK-HZ-2026-XI-001-r1-pindai.jpg',
      },
    ],
    audit: await makeAudit(originals, audit),
    scanPages: [
      { bytes: await drawScan(1), ...page },
      { bytes: await drawScan(2, 'png'), ...page },
    ],
    title: `SPK 001/SPK/HZ/XI/2026 (${wibDayOf(AT)})`,
    ...rest,
  }
  return { making, originals }
}
