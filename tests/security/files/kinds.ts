import { deflateSync } from 'node:zlib'

import type { Random } from '../../support/load/random'

import {
  CATALOGUE,
  image,
  jpegHead,
  latin,
  laughs,
  onePage,
  pageWith,
  pdfOf,
  pngClaiming,
  streamOf,
  TREE,
  withCatalogue,
  zeros,
  zipWith,
} from '../../support/spk/hostile'

/** Makes one file of its kind, never the same twice. */
export type Kind = (random: Random) => Promise<Uint8Array> | Uint8Array

const between = (random: Random, least: number, most: number): number =>
  least + random.below(most - least + 1)

/** A name of PDF with some of its letters written as numbers, which every reader reads the same. */
const disguise = (random: Random, name: string): string =>
  [...name]
    .map((letter) =>
      random.below(3) === 0 ? `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}` : letter,
    )
    .join('')

const action = (random: Random, name: string, rest = ''): Uint8Array =>
  withCatalogue(`/OpenAction << /S /${disguise(random, name)} ${rest} >>`)

const manyPages = (random: Random): Uint8Array => {
  const count = between(random, 82, 3_000)
  const pages = Array.from({ length: count }, () => pageWith(''))
  const kids = pages.map((_, at) => `${at + 3} 0 R`).join(' ')
  return pdfOf([CATALOGUE, `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`, ...pages])
}

/** Fifty thousand pages by one page that is called so often. */
const calledPages = (random: Random): Uint8Array => {
  const count = between(random, 41, 50_000)
  return pdfOf([
    CATALOGUE,
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${count} >>`,
    pageWith(''),
  ])
}

const deepArrays = (random: Random): Uint8Array => {
  const deep = between(random, 10_000, 200_000)
  return onePage({ resources: `/X ${'['.repeat(deep)}${']'.repeat(deep)}` }).subarray()
}

/** Tables that name each other as the one before. */
const loopOfTables = (random: Random): Uint8Array => {
  const head = latin(`%PDF-1.7\n%${random.text(between(random, 4, 60))}\n`)
  const table = (before: number): Buffer =>
    latin(`xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev ${before} >>\n`)
  const first = head.length
  const second = first + table(first).length
  return Buffer.concat([head, table(second), table(first), latin(`startxref\n${second}\n%%EOF\n`)])
}

const bomb = (random: Random): Uint8Array =>
  onePage({
    content: streamOf(
      '/Filter /FlateDecode',
      deflateSync(Buffer.alloc(between(random, 13, 300) * 1_000_000, random.below(256)), {
        level: 6,
      }),
    ),
  })

const GROWING = ['FlateDecode', 'Fl', 'LZWDecode', 'RunLengthDecode', 'LZW', 'RL'] as const

const chained = (random: Random): Uint8Array => {
  const filters = Array.from({ length: between(random, 2, 6) }, () => `/${random.pick(GROWING)}`)
  return onePage({ content: streamOf(`/Filter [${filters.join(' ')}]`, zeros(20)) })
}

const oversized = (random: Random): Uint8Array => {
  const sides = [
    [between(random, 10_001, 5_000_000), 842],
    [595, between(random, 10_001, 5_000_000)],
    [between(random, 8_000, 9_999), between(random, 8_000, 9_999)],
    [between(random, 0, 199), between(random, 0, 5_000)],
  ]
  const [wide, high] = random.pick(sides)
  return onePage({ box: `[0 0 ${wide} ${high}]` })
}

const hugePicture = (random: Random): Uint8Array => {
  const [height, width] = [between(random, 20_000, 65_000), between(random, 20_000, 65_000)]
  return random.below(2) === 0
    ? image({ body: jpegHead(width, height), filter: 'DCTDecode', height: 10, width: 10 })
    : image({ body: zeros(between(random, 1, 40)), filter: 'FlateDecode', height, width })
}

const PAGES_OF_THE_WEB = [
  '<!doctype html><script>alert(1)</script>',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
] as const

const notPdf = (random: Random): Uint8Array =>
  latin(`${random.pick(PAGES_OF_THE_WEB)}${random.text(between(random, 0, 900))}`)

/** A PDF that begins somewhere else, as some readers allow. */
const shifted = (random: Random): Uint8Array =>
  Buffer.concat([latin(random.text(between(random, 1, 1_000))), onePage({})])

const polyglot = (random: Random): Uint8Array => {
  const zip = zipWith(`%%EOF${random.text(between(random, 0, 500))}%%EOF`)
  return random.below(2) === 0
    ? Buffer.concat([onePage({}), zip])
    : Buffer.concat([zip, onePage({})])
}

/** Cut before its table: what is left has a beginning and no end. */
const cut = (random: Random): Uint8Array => {
  const whole = onePage({ content: streamOf('', latin(random.text(4_000))) })
  return whole.subarray(0, between(random, 1, whole.length - 200))
}

const carried = (random: Random): Uint8Array =>
  withCatalogue(
    `/Names << /${disguise(random, 'EmbeddedFiles')} << /Names [(a) << /F (a.exe) >>] >> >>`,
  )

const locked = (random: Random): Uint8Array =>
  pdfOf([CATALOGUE, TREE, pageWith('/Contents 4 0 R'), streamOf('', latin('BT ET'))], {
    trailer: `/${disguise(random, 'Encrypt')} << /Filter /Standard /V 1 /R 2 >>`,
  })

/** Forms that call themselves large, some of them hidden behind a list of resources of its own. */
const nested = (random: Random): Uint8Array => laughs(between(random, 6, 60))

/** Every kind of file that must never be taken. */
export const KINDS: Readonly<Record<string, Kind>> = {
  bomb,
  calledPages,
  carried,
  chained,
  cut,
  deepArrays,
  emptied: () => new Uint8Array(),
  goTo: (random) => action(random, 'GoToE', '/F (b.pdf)'),
  hugePicture,
  launch: (random) => action(random, 'Launch', `/F (${random.text(8)}.exe)`),
  locked,
  loopOfTables,
  manyPages,
  nested,
  notPdf,
  oversized,
  picture: (random) => pngClaiming(between(random, 1, 60_000), between(random, 1, 60_000)),
  polyglot,
  script: (random) =>
    action(random, 'JavaScript', `/${disguise(random, 'JS')} (${random.text(20)})`),
  shifted,
  submit: (random) => action(random, 'SubmitForm', `/F (http://${random.text(6)}.example)`),
  tooMany: (random) => Buffer.alloc(15_000_001 + random.below(2_000_000), 37),
}
