import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'

import { METERAI_VERDICTS, type MeteraiVerdict } from '@/plugin/spk/emeterai'

import { openScene, type Scene } from '../../../support/emeterai/scene'

let scene: Scene
let stamped: Buffer

beforeAll(async () => {
  scene = await openScene()
  stamped = await scene.stamp()
}, 120_000)

const HARMLESS: readonly MeteraiVerdict[] = ['BROKEN', 'NONE']

/** A file of these objects with a table that is right, so that what is wrong is only what is meant. */
const build = (objects: readonly string[], trailer = ''): Buffer => {
  let text = '%PDF-1.7\n'
  const rows = objects.map((body, index) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n \n`
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return row
  })
  const start = text.length
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n`
  text += `<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'

const flate = (bytes: Buffer): string => {
  const raw = deflateSync(bytes).toString('latin1')
  return `/Filter /FlateDecode /Length ${raw.length} >>\nstream\n${raw}\nendstream`
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

const field = (contents: string): string =>
  `<< /FT /Sig /T (Emet${'A'.repeat(22)}) /Rect [0 0 50 50] /V << /SubFilter /ETSI.CAdES.detached` +
  ` /ByteRange [0 1 2 3] /Contents ${contents} >> >>`

const withField = (contents: string): Buffer =>
  build([
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
    PAGES,
    '<< /Type /Page /Parent 2 0 R >>',
    field(contents),
  ])

const bomb = (): string => flate(Buffer.alloc(40_000_000, 0x20))

/** A page that draws a form that draws itself, over and over. */
const drawsItself = (): Buffer =>
  build([
    CATALOG,
    PAGES,
    '<< /Type /Page /Parent 2 0 R /Contents [4 0 R 4 0 R] /Resources << /XObject << /F 5 0 R >> >> >>',
    `<< ${flate(Buffer.from('/F Do '.repeat(20_000)))}`,
    `<< /Subtype /Form /Resources << /XObject << /F 5 0 R >> >> ${flate(Buffer.from('/F Do '.repeat(20_000)))}`,
  ])

const HOSTILE: readonly (readonly [string, () => Buffer])[] = [
  ['is empty', () => Buffer.alloc(0)],
  ['is a header alone', () => Buffer.from('%PDF-1.7')],
  ['is another kind of file', () => Buffer.from('PK\u0003\u0004'.repeat(100))],
  [
    'has a table that names itself as the one before',
    () => {
      const start = build([CATALOG]).indexOf('xref')
      return build([CATALOG], `/Prev ${start}`)
    },
  ],
  ['has a table far beyond its end', () => Buffer.from('%PDF-1.7\nstartxref\n9999999999\n%%EOF')],
  [
    'has a table with rows without end',
    () => Buffer.from('%PDF-1.7\nxref\n0 9999999999\ntrailer\n<<>>\nstartxref\n9\n%%EOF'),
  ],
  [
    'has pages that contain themselves',
    () => build([CATALOG, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
  ],
  [
    'has fields that contain themselves',
    () =>
      build([
        '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
        PAGES,
        '<< /Type /Page >>',
        '<< /T (x) /Kids [4 0 R] >>',
      ]),
  ],
  ['has references that lead in a circle', () => build(['2 0 R', '3 0 R', '2 0 R'])],
  [
    'has a stream whose length is itself',
    () => build(['<< /Length 1 0 R >>\nstream\nx\nendstream']),
  ],
  [
    'has a stream that is longer than the file',
    () => build(['<< /Length 99999999 >>\nstream\nx\nendstream']),
  ],
  ['is nested a hundred thousand deep', () => build([nested(100_000)])],
  ['has a string without end', () => build([CATALOG, `(${'('.repeat(100_000)}`, '<< >>'])],
  [
    'has a drawing that inflates to 40 MB',
    () => build([CATALOG, PAGES, '<< /Type /Page /Contents 4 0 R >>', `<< ${bomb()}`]),
  ],
  ['draws itself over and over', drawsItself],
  ['is encrypted', () => build([CATALOG], '/Encrypt 1 0 R')],
  ['bears a signature that is garbage', () => withField('<3082ffff3080>')],
  ['bears a signature nested without end', () => withField(`<${'3080'.repeat(100_000)}>`)],
  ['bears a signature that is a number', () => withField('17')],
]

describe('a hostile file gets an answer', () => {
  it.each(HOSTILE)(
    'when it %s',
    async (_, make) => {
      const report = await scene.ask(make())
      expect(HARMLESS).toContain(report.verdict)
      expect(report.notes).not.toHaveLength(0)
    },
    60_000,
  )

  it('when it was issued like that, too', async () => {
    for (const [, make] of HOSTILE.slice(1)) {
      const issued = make()
      const report = await scene.ask(Buffer.concat([issued, stamped]), { issued })
      expect(HARMLESS).toContain(report.verdict)
    }
  }, 120_000)

  it('whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const { verdict } = await scene.ask(Buffer.concat([Buffer.from('%PDF-1.4\n'), bytes]))
        expect(HARMLESS).toContain(verdict)
      }),
      { numRuns: 120 },
    )
  }, 120_000)

  it('wherever it was cut, and never a good one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ max: stamped.length - 8, min: 1 }), async (end) => {
        const { verdict } = await scene.ask(stamped.subarray(0, end))
        const isWhole = /%%EOF\s*$/.test(stamped.subarray(0, end).subarray(-8).toString('latin1'))
        expect(isWhole ? METERAI_VERDICTS : HARMLESS).toContain(verdict)
      }),
      { numRuns: 100 },
    )
  }, 120_000)
})

/** Digits of the signature: what stands there is not covered by it. */
const gapOf = (bytes: Buffer): readonly [number, number] => {
  const from = bytes.indexOf('/Contents <') + '/Contents '.length
  return [from, bytes.indexOf('>', from) + 1]
}

const ask = async (at: number, by: number) => {
  const copy = Buffer.from(stamped)
  copy.writeUInt8(copy.readUInt8(at) ^ by, at)
  return scene.ask(copy)
}

describe('one wrong byte', () => {
  it('anywhere under the signature is never a good stamp', async () => {
    const [from, to] = gapOf(stamped)
    const end = stamped.indexOf('%%EOF', to) + 5
    const places = fc.integer({ max: end - 1 - (to - from), min: 0 })
    await fc.assert(
      fc.asyncProperty(places, fc.integer({ max: 255, min: 1 }), async (place, by) => {
        const { verdict } = await ask(place < from ? place : place + to - from, by)
        expect(verdict).not.toMatch(/^VALID/)
      }),
      { numRuns: 120 },
    )
  }, 120_000)

  it('within the signature breaks it, or changes nothing of what it says', async () => {
    const [from, to] = gapOf(stamped)
    const { serial, signer } = await scene.ask(stamped)
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ max: to - 1, min: from }),
        fc.integer({ max: 255, min: 1 }),
        async (at, by) => {
          const report = await ask(at, by)
          const isGood = report.verdict.startsWith('VALID')
          expect(isGood ? report : { serial, signer }).toMatchObject({ serial, signer })
        },
      ),
      { numRuns: 120 },
    )
  }, 120_000)

  it('nor is one that came in more or that is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ max: gapOf(stamped)[0], min: 0 }),
        fc.uint8Array({ maxLength: 12 }),
        fc.integer({ max: 12, min: 0 }),
        async (at, bytes, gone) => {
          fc.pre(bytes.length !== gone)
          const parts = [stamped.subarray(0, at), bytes, stamped.subarray(at + gone)]
          const { verdict } = await scene.ask(Buffer.concat(parts))
          expect(verdict).not.toMatch(/^VALID/)
        },
      ),
      { numRuns: 100 },
    )
  }, 120_000)
})
