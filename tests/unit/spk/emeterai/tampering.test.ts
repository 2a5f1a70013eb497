import { beforeAll, describe, expect, it } from 'vitest'

import { appendIncrement, createAuthority, openForIncrement } from '@/dev/peruri/stamping'

import { issueDocument } from '../../../support/emeterai/documents'
import { now, openScene, type Scene, serial } from '../../../support/emeterai/scene'
import {
  addNote,
  addOverlay,
  addToCatalog,
  annotationsWith,
  append,
  rewrite,
  swapByte,
  swapText,
  withEntry,
} from '../../../support/emeterai/tamper'

let scene: Scene
let stamped: Buffer

beforeAll(async () => {
  scene = await openScene()
  stamped = await scene.stamp()
}, 60_000)

const brokenBy = (text: string) => ({
  notes: expect.arrayContaining([
    expect.objectContaining({ en: expect.stringContaining(text) as unknown }),
  ]) as unknown,
  verdict: 'BROKEN',
})

const FIT = 'does not fit this file'
const AFTER = 'after the e-Meterai'
const BEFORE = 'Besides the e-Meterai'

describe('a changed byte', () => {
  it.each([
    ['of the agreement', 'stream\n'],
    ['of the reason', '/Reason ('],
    ['of the picture', '/Subtype /Image'],
    ['of the place', '/F 132'],
  ])('%s breaks the signature', async (_, text) => {
    const at = stamped.indexOf(text) + text.length + 2
    const copy = Buffer.from(stamped)
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
    expect((await scene.ask(copy)).verdict).toBe('BROKEN')
  })

  it('of the signature itself breaks it', async () => {
    // The digest of what is signed stands behind the name of its attribute.
    const at = stamped.indexOf('2a864886f70d010904', stamped.indexOf('/Contents <')) + 40
    const copy = Buffer.from(stamped)
    copy.write(copy.toString('latin1', at, at + 1) === '0' ? '1' : '0', at)
    expect(await scene.ask(copy)).toMatchObject(brokenBy(FIT))
  })

  it('behind the signature, where only zeros belong, breaks it', async () => {
    const at = stamped.indexOf('>', stamped.indexOf('/Contents <')) - 4
    const copy = Buffer.from(stamped)
    copy.write('41', at)
    expect(await scene.ask(copy)).toMatchObject(brokenBy(FIT))
  })
})

const withForm = (bytes: Uint8Array): Promise<Buffer> => {
  const fields = /\/Fields \[[^\]]*\]/.exec(Buffer.from(bytes).toString('latin1'))?.[0]
  return addToCatalog(bytes, 'AcroForm', `<< ${fields} /SigFlags 3 /XFA () >>`)
}

const withAction = (bytes: Uint8Array): Promise<Buffer> =>
  addToCatalog(bytes, 'OpenAction', '<< /S /JavaScript /JS (app.alert\\(1\\)) >>')

describe('something that came in after the stamp', () => {
  it.each([
    ['a drawing over a page', addOverlay],
    ['a note on a page', addNote],
    ['an action when the file is opened', withAction],
    ['names', (bytes: Uint8Array) => addToCatalog(bytes, 'Names', '<< >>')],
    ['a form that shows itself in another way', withForm],
  ])('%s makes it broken', async (_, tamper) => {
    expect(await scene.ask(await tamper(stamped))).toMatchObject(brokenBy(AFTER))
  })

  it('is never a valid stamp when pages or the field itself were taken away', async () => {
    for (const [key, value] of [
      ['Pages', '<< /Type /Pages /Kids [] /Count 0 >>'],
      ['AcroForm', '<< /Fields [] >>'],
    ] as const) {
      const { verdict } = await scene.ask(await addToCatalog(stamped, key, value))
      expect(['BROKEN', 'IMAGE_ONLY']).toContain(verdict)
    }
  })

  it('may be proofs a second time', async () => {
    const more = await append(stamped, ({ catalog, context }, size) => [
      [size, '<< /Type /DSS /Certs [] >>'],
      [
        Number(context.trailerInfo.Root?.toString().split(' ')[0]),
        withEntry(catalog, 'DSS', `${size} 0 R`),
      ],
    ])
    expect(await scene.ask(more)).toMatchObject({ notes: [], verdict: 'VALID' })
  })

  it('may be what the file says about itself', async () => {
    const metadata = '<< /Type /Metadata /Subtype /XML /Length 3 >>\nstream\n<x>\nendstream'
    const issued = await append(scene.issued, ({ catalog, context }, size) => [
      [size, metadata],
      [
        Number(context.trailerInfo.Root?.toString().split(' ')[0]),
        withEntry(catalog, 'Metadata', `${size} 0 R`),
      ],
    ])
    const num = Number(/\/Metadata (\d+)/.exec(issued.toString('latin1'))?.[1])
    const again = await append(await scene.stamp({}, issued), () => [
      [num, metadata.replace('<x>', '<y>')],
    ])
    expect(await scene.ask(again, { issued })).toMatchObject({ verdict: 'VALID' })
    const other = await append(again, () => [[num, '<< >>']])
    expect(await scene.ask(other, { issued })).toMatchObject(brokenBy(AFTER))
  })

  it('may be white space', async () => {
    const more = Buffer.concat([stamped, Buffer.from('\r\n\n')])
    expect(await scene.ask(more)).toMatchObject({ verdict: 'VALID' })
  })

  it('makes it broken when it belongs to no table, though lenient readers would find it', async () => {
    const page = Buffer.from('3 0 obj\n<< /Type /Page >>\nendobj\n')
    for (const junk of [page, Buffer.from('% \n(junk)'), Buffer.alloc(40, 'A')]) {
      const more = Buffer.concat([stamped, junk])
      expect((await scene.ask(more)).verdict).toBe('BROKEN')
      const tail = stamped.subarray(stamped.lastIndexOf('startxref'))
      expect((await scene.ask(Buffer.concat([more, Buffer.from('\n'), tail]))).verdict).toBe(
        'BROKEN',
      )
    }
  })

  it('makes it broken when a later table passes it over', async () => {
    const { bytes, prev, size } = await openForIncrement(stamped)
    const overlaid = await openForIncrement(await addOverlay(bytes))
    const info = new Map([[size + 9, '<< >>']])
    const skipped = appendIncrement({ ...overlaid, prev }, info)
    expect(await scene.ask(skipped)).toMatchObject(brokenBy(AFTER))
  })

  it('makes it broken when only some readers see it', async () => {
    const more = appendIncrement(await openForIncrement(stamped), new Map([[90, '<< >>']]))
    const at = more.lastIndexOf('/Prev')
    const hybrid = Buffer.concat([
      more.subarray(0, at),
      Buffer.from(`/XRefStm ${stamped.lastIndexOf('xref')} `),
      more.subarray(at),
    ])
    expect((await scene.ask(hybrid)).verdict).toBe('BROKEN')
  })

  it('makes it broken when it is a second stamp', async () => {
    const second = await scene.stamp({ page: 1, serial: 'A'.repeat(22) }, stamped)
    expect(await scene.ask(second)).toMatchObject(brokenBy('more than one'))
  })
})

describe('something that came in before the stamp', () => {
  it.each([
    ['a drawing over a page', addOverlay],
    ['a note on a page', addNote],
    ['an attachment', (bytes: Uint8Array) => addToCatalog(bytes, 'AF', '[]')],
  ])('%s makes it broken, although the signature fits', async (_, tamper) => {
    const forged = await scene.stamp({}, await tamper(scene.issued))
    expect(await scene.ask(forged)).toMatchObject({ isPrefix: true, ...brokenBy(BEFORE) })
  })

  it('makes it broken when the issued file spoke of an object that was missing', async () => {
    const issued = await append(scene.issued, (document, size) => {
      const page = document.getPage(0)
      const contents = `[${page.node.get(page.node.context.obj('Contents') as never)?.toString() ?? ''} ${size + 40} 0 R]`
      return [[page.ref.objectNumber, withEntry(page.node, 'Contents', contents)]]
    })
    const number = Number(/ (\d+) 0 R\]/.exec(issued.subarray(-900).toString('latin1'))?.[1])
    const shadowed = await append(issued, () => [
      [number, '<< /Length 10 >>\nstream\n0 0 9 9 re\nendstream'],
    ])
    const forged = await scene.stamp({}, shadowed)
    expect(await scene.ask(forged, { issued })).toMatchObject(brokenBy(BEFORE))
  })

  it('makes it broken when one more field came along', async () => {
    const withField = await append(scene.issued, (document, size) => {
      const page = document.getPage(0)
      const root = document.context.trailerInfo.Root?.toString().split(' ')[0]
      return [
        [size, '<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [60 700 400 780] >>'],
        [Number(root), withEntry(document.catalog, 'AcroForm', `<< /Fields [${size} 0 R] >>`)],
        [page.ref.objectNumber, withEntry(page.node, 'Annots', annotationsWith(page, size))],
      ]
    })
    const forged = await scene.stamp({}, withField)
    expect(await scene.ask(forged)).toMatchObject(brokenBy(BEFORE))
  })
})

describe('a stamp that is not what it seems', () => {
  it.each([
    ['too short', { field: 'EmetABC', serial: 'ABC' }],
    ['in small letters', { field: undefined, serial: serial.toLowerCase() }],
    ['another one in the reason', { field: `Emet${'B'.repeat(22)}` }],
  ])('with a serial that is %s is broken', async (_, wish) => {
    expect(await scene.ask(await scene.stamp(wish))).toMatchObject({
      ...brokenBy('serial'),
      serial: null,
    })
  })

  it('that covers half a page is broken', async () => {
    const wide = await scene.stamp({ rect: [0, 0, 590, 400] })
    expect(await scene.ask(wide)).toMatchObject(brokenBy('larger'))
  })

  it.each([
    ['without a size', { rect: [0, 0, 0, 0] as const }],
    ['hidden', { flags: 132 | 2 }],
    ['in print alone', { flags: 132 | 32 }],
  ])('that nobody sees, %s, is broken', async (_, wish) => {
    expect(await scene.ask(await scene.stamp(wish))).toMatchObject(brokenBy('no stamp is seen'))
  })

  it('whose increment was moved behind another document is broken', async () => {
    const other = await issueDocument({ text: 'SURAT PERJANJIAN KERJASAMB' })
    expect(other.length).toBe(scene.issued.length)
    const moved = Buffer.concat([other, stamped.subarray(scene.issued.length)])
    expect(await scene.ask(moved, { issued: other })).toMatchObject(brokenBy(FIT))
  })

  it('that an editor wrote anew is broken', async () => {
    expect((await scene.ask(await rewrite(stamped))).verdict).toBe('BROKEN')
  })

  it('by a signer who borrowed the names is not valid', async () => {
    const forger = createAuthority({ bits: 1_024, environment: 'production', now })
    const forged = await scene.stamp({ authority: forger })
    expect(await scene.ask(forged)).toMatchObject({ verdict: 'VALID_UNKNOWN_CA' })
  })

  it('with the certificate of another authority in the place of its own is broken', async () => {
    const forger = createAuthority({ bits: 1_024, environment: 'production', now })
    const { certificate, chain } = scene.authority.signer
    const signer = { certificate, chain, key: forger.signer.key }
    const forged = await scene.stamp({ authority: { ...scene.authority, signer } })
    expect(await scene.ask(forged)).toMatchObject(brokenBy(FIT))
  })
})

describe('a range that lies', () => {
  const range = () => /\/ByteRange \[0 (\d+) +(\d+) +(\d+) +\]/.exec(stamped.toString('latin1'))

  const withRange = (numbers: readonly (number | string)[]): Buffer => {
    const old = range()?.[0] ?? ''
    const text = `/ByteRange [${numbers.join(' ')}`
    return swapText(stamped, old, `${text.padEnd(old.length - 1)}]`)
  }

  it.each([
    ['ends beyond the file', (a: number, b: number, c: number) => [0, a, b, c + 1_000_000]],
    ['begins late', (a: number, b: number, c: number) => [9, a, b, c]],
    ['leaves a hole', (a: number, b: number, c: number) => [0, a - 40, b, c]],
    ['leaves a hole behind', (a: number, b: number, c: number) => [0, a, b + 30, c - 30]],
    ['overlaps itself', (a: number, b: number, c: number) => [0, b, a, c]],
    ['is negative', (a: number, b: number, c: number) => [0, a, b, -c]],
    ['is enormous', (a: number) => [0, a, 9_999_999_999, 1]],
    ['has three numbers', (a: number, b: number) => [0, a, b]],
    ['has no numbers', () => ['/A', '/B', '/C', '/D']],
  ])('because it %s breaks the signature', async (_, lie) => {
    const [, a, b, c] = (range() ?? []).map(Number) as [number, number, number, number]
    expect(await scene.ask(withRange(lie(a, b, c)))).toMatchObject(brokenBy(FIT))
  })

  it('is noticed when the file was cut', async () => {
    expect((await scene.ask(stamped.subarray(0, stamped.length - 900))).verdict).toBe('BROKEN')
    expect((await scene.ask(swapByte(stamped, '%%EOF'))).verdict).toBe('BROKEN')
  })
})
