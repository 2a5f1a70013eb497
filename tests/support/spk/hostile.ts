import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'

import { encryptPdf } from '@/plugin/kernel/pdf'
import type { FaultCode } from '@/plugin/spk/evidence'

/** A file that must not be taken, and the reasons that are right for it. */
export type Hostile = { bytes: Uint8Array; faults: readonly FaultCode[]; name: string }

/** Text as bytes, one for each letter. */
export const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

type Part = Buffer | string

/** A PDF by hand: objects in order, the first is the catalogue, the second the tree of pages. */
export const pdfOf = (objects: readonly Part[], { trailer = '' } = {}): Buffer => {
  const parts: Buffer[] = [latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  for (const [at, body] of objects.entries()) {
    const bytes = typeof body === 'string' ? latin(body) : body
    const object = Buffer.concat([latin(`${at + 1} 0 obj\n`), bytes, latin('\nendobj\n')])
    places.push(length)
    parts.push(object)
    length += object.length
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(latin(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`))
  parts.push(
    latin(`trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

/** A stream with its dictionary. */
export const streamOf = (dictionary: string, body: Uint8Array): Buffer =>
  Buffer.concat([
    latin(`<< ${dictionary} /Length ${body.length} >>\nstream\n`),
    body,
    latin('\nendstream'),
  ])

export const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'
export const TREE = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
/** A page below the tree. */
export const pageWith = (rest: string, box = '[0 0 595 842]'): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox ${box} ${rest} >>`
const plain = latin('BT ET')

/** A PDF of one page. */
export const onePage = (args: {
  box?: string
  content?: Buffer
  more?: Part[]
  resources?: string
}): Buffer => {
  const { box, content = streamOf('', plain), more = [], resources = '' } = args
  const page = pageWith(`/Contents 4 0 R /Resources << ${resources} >>`, box)
  return pdfOf([CATALOGUE, TREE, page, content, ...more])
}

/** A PDF of one page with more in its catalogue. */
export const withCatalogue = (rest: string, ...more: Part[]): Buffer =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${rest} >>`,
    TREE,
    pageWith('/Contents 4 0 R'),
    streamOf('', plain),
    ...more,
  ])

/** So many megabytes of nothing, packed. */
export const zeros = (megabytes: number): Buffer =>
  deflateSync(Buffer.alloc(megabytes * 1_000_000), { level: 9 })

/** A page that is one picture. */
export const image = (args: {
  body: Buffer
  filter: string
  height: number
  width: number
}): Buffer => {
  const { body, filter, height, width } = args
  const size = `/Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceRGB`
  const drawn = streamOf('', latin('q 595 0 0 842 0 0 cm /Im Do Q'))
  return onePage({
    content: drawn,
    more: [streamOf(`/Type /XObject /Subtype /Image ${size} /Filter /${filter}`, body)],
    resources: '/XObject << /Im 5 0 R >>',
  })
}

/** The head of a JPEG that claims a size, and nothing behind it. */
export const jpegHead = (width: number, height: number): Buffer => {
  const frame = Buffer.from([
    0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0,
  ])
  frame.writeUInt16BE(height, 7)
  frame.writeUInt16BE(width, 9)
  return Buffer.concat([frame, Buffer.from([0xff, 0xd9])])
}

/** A ZIP with one empty entry, whose comment is the rest of the file. */
export const zipWith = (comment: string): Buffer => {
  const name = latin('a.js')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([local, name, entry, name, end, latin(comment)])
}

/** Forms that draw forms that draw forms: ten times ten times ten … */
export const laughs = (depth: number): Buffer => {
  const forms = Array.from({ length: depth }, (_, at) => {
    const isLast = at === depth - 1
    const inner = isLast ? '0 0 1 1 re f' : '/F Do '.repeat(10)
    const resources = isLast ? '' : `/Resources << /XObject << /F ${6 + at} 0 R >> >>`
    return streamOf(`/Type /XObject /Subtype /Form /BBox [0 0 10 10] ${resources}`, latin(inner))
  })
  const content = streamOf('', latin('/F Do '.repeat(10)))
  return onePage({ content, more: forms, resources: '/XObject << /F 5 0 R >>' })
}

const packed = async (change: (pdf: PDFDocument) => Promise<void> | void): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  await change(pdf)
  return pdf.save({ useObjectStreams: true })
}

/** A picture of nothing that says it is this large. */
export const pngClaiming = (width: number, height: number): Buffer => {
  const chunk = (type: string, body: Buffer): Buffer => {
    const typed = Buffer.concat([latin(type), body])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(typed))
    return Buffer.concat([length, typed, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    start,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const simple = (): Hostile[] => {
  const good = onePage({})
  const pages = Array.from({ length: 1_000 }, () => pageWith(''))
  const kids = pages.map((_, at) => `${at + 3} 0 R`).join(' ')
  const thousand = pdfOf([CATALOGUE, `<< /Type /Pages /Kids [${kids}] /Count 1000 >>`, ...pages])
  return [
    { bytes: new Uint8Array(), faults: ['empty'], name: 'nothing' },
    { bytes: latin('halo'), faults: ['notPdf'], name: 'four letters' },
    { bytes: Buffer.alloc(16_000_000, 37), faults: ['tooBig'], name: 'sixteen megabytes' },
    { bytes: good.subarray(0, good.length / 2), faults: ['broken'], name: 'half a file' },
    {
      bytes: Buffer.concat([latin('<html><script>'), good]),
      faults: ['notPdf'],
      name: 'a web page in front',
    },
    { bytes: Buffer.concat([zipWith(''), good]), faults: ['notPdf'], name: 'a ZIP in front' },
    { bytes: Buffer.concat([good, zipWith('%%EOF')]), faults: ['notPdf'], name: 'a ZIP behind' },
    { bytes: latin('%PDF-1.7\nzzzz\n%%EOF'), faults: ['broken'], name: 'a beginning and an end' },
    { bytes: thousand, faults: ['tooManyPages'], name: 'a thousand pages' },
    {
      bytes: onePage({ box: '[0 0 200000 200000]' }),
      faults: ['pageSize'],
      name: 'a field of paper',
    },
    {
      bytes: onePage({ box: '[0 0 9900 9900]' }),
      faults: ['pageSize'],
      name: 'more points than pixels that a picture may have',
    },
    { bytes: onePage({ box: '[0 0 5 5]' }), faults: ['pageSize'], name: 'a crumb of paper' },
    {
      bytes: pdfOf([
        CATALOGUE,
        TREE,
        pageWith('/Contents 4 0 R /UserUnit 900'),
        streamOf('', plain),
      ]),
      faults: ['pageSize'],
      name: 'enlarged paper',
    },
  ]
}

const active = (): Hostile[] => {
  const acts = (name: string, bytes: Uint8Array): Hostile => ({
    bytes,
    faults: ['activeContent'],
    name,
  })
  return [
    acts(
      'a script at opening',
      withCatalogue('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    ),
    acts(
      'a script by another spelling',
      withCatalogue('/OpenAction << /S /J#61vaScript /#4aS (x) >>'),
    ),
    acts('a program to launch', withCatalogue('/OpenAction << /S /Launch /F (cmd.exe) >>')),
    acts('a form to send', withCatalogue('/OpenAction << /S /SubmitForm /F (http://a.example) >>')),
    acts(
      'an XFA form',
      withCatalogue('/AcroForm << /XFA [(a) 5 0 R] /Fields [] >>', streamOf('', latin('<x/>'))),
    ),
    acts('a film', withCatalogue('/X << /Subtype /RichMedia >>')),
    acts('a way into another file', withCatalogue('/OpenAction << /S /GoToE /F (b.pdf) >>')),
  ]
}

const bombs = (): Hostile[] => {
  const bomb = zeros(512)
  const many = Array.from({ length: 6 }, () => streamOf('/Filter /FlateDecode', zeros(60)))
  const run = Buffer.alloc(8_000_000)
  run.fill(Buffer.from([129, 32]))
  const ops = deflateSync(Buffer.alloc(60_000_000, '0 0 1 1 re f '))
  const slow: FaultCode[] = ['broken', 'tooBig', 'tooSlow']
  return [
    {
      bytes: onePage({ content: streamOf('/Filter /FlateDecode', bomb) }),
      faults: ['tooBig'],
      name: 'half a gigabyte in half a megabyte',
    },
    {
      bytes: onePage({
        content: streamOf('/Filter [/FlateDecode /FlateDecode]', deflateSync(bomb)),
      }),
      faults: ['tooBig'],
      name: 'a bomb in a bomb',
    },
    {
      bytes: onePage({ content: streamOf('/Filter [/Fl /LZW /Fl]', deflateSync(bomb)) }),
      faults: ['tooBig'],
      name: 'three filters in a row',
    },
    {
      bytes: onePage({ more: many }),
      faults: ['tooBig'],
      name: 'many bombs that are each allowed',
    },
    {
      bytes: onePage({ content: streamOf('/Filter /RunLengthDecode', run) }),
      faults: ['tooBig'],
      name: 'a run of blanks',
    },
    {
      bytes: onePage({ content: streamOf('/Filter /FlateDecode', ops) }),
      faults: ['tooBig'],
      name: 'millions of strokes',
    },
    { bytes: laughs(10), faults: slow, name: 'forms within forms' },
    {
      bytes: image({ body: jpegHead(65_000, 65_000), filter: 'DCTDecode', height: 10, width: 10 }),
      faults: ['tooManyPixels'],
      name: 'a picture that lies about its size',
    },
    {
      bytes: image({ body: zeros(50), filter: 'FlateDecode', height: 60_000, width: 60_000 }),
      faults: ['tooManyPixels'],
      name: 'a picture as large as a house',
    },
  ]
}

/** Every kind of file that must not be taken. */
export const hostileFiles = async (): Promise<Hostile[]> => {
  const locked = await encryptPdf(onePage({}), 'sandi-yang-panjang-1')
  const attached = await packed((pdf) => pdf.attach(new Uint8Array([1, 2, 3]), 'a.exe'))
  const hidden = await packed((pdf) => {
    const action = pdf.context.obj({ JS: PDFString.of('app.alert(1)'), S: 'JavaScript' })
    pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.register(action))
  })
  return [
    ...simple(),
    ...active(),
    { bytes: locked, faults: ['encrypted'], name: 'a locked file' },
    { bytes: attached, faults: ['activeContent'], name: 'a file in the file' },
    { bytes: hidden, faults: ['activeContent'], name: 'a script in a packed object' },
    ...bombs(),
  ]
}
