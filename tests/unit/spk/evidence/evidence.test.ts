import { describe, expect, test } from 'vitest'

import { analyseReturn, type Analysis, hashDistance } from '@/plugin/spk/evidence'
import { wrapPictures } from '@/plugin/spk/inspect'

import { ADDITIONS, ATTACKS } from '../../../support/spk/attacks'
import { issueDocument } from '../../../support/spk/issue'
import { issueAgreement } from '../../../support/spk/realIssue'
import { type Scanner, scanSheet, scanSheets } from '../../../support/spk/scanner'
import {
  printSheets,
  printsOf,
  SHEET_SCALE,
  type Signing,
  signSheets,
} from '../../../support/spk/sheet'
import { affixPicture } from '../../../support/spk/stamp'

const SLOW = { timeout: 120_000 }
const issued = await issueDocument({ pages: 2, seed: 41 })

const analyse = (
  returned: Uint8Array,
  more: Partial<Parameters<typeof analyseReturn>[0]> = {},
): Promise<Analysis> =>
  analyseReturn({
    earlierHashes: [],
    issued,
    mode: 'e-last',
    readQr: issued.readQr,
    returned,
    token: issued.token,
    ...more,
  })

const scanSigned = async (scanner: Scanner, signing: Partial<Signing> = {}) => {
  const sheets = await printsOf(issued)
  signSheets(sheets, issued, { hand: 3, pen: 0, time: 1, ...signing })
  return scanSheets(sheets, scanner, 3)
}

/** The same sheet through the same scanner gives the same bytes: each is scanned once, and looked at once. */
const honestScans = new Map<Scanner, Promise<Uint8Array>>()
const honestLooks = new Map<Scanner, Promise<Analysis>>()

const honestScan = (scanner: Scanner): Promise<Uint8Array> => {
  const scan = honestScans.get(scanner) ?? scanSigned(scanner)
  honestScans.set(scanner, scan)
  return scan
}

const lookAtHonest = (scanner: Scanner): Promise<Analysis> => {
  const look = honestLooks.get(scanner) ?? honestScan(scanner).then((returned) => analyse(returned))
  honestLooks.set(scanner, look)
  return look
}

/** `red S1`, `amber S12` … without doubles, or the fault. */
const seenIn = (analysis: Analysis, ...severities: string[]): string[] =>
  analysis.kind === 'fault'
    ? [analysis.fault]
    : [...new Set(analysis.findings.map(({ severity, signal }) => `${severity} ${signal}`))]
        .filter((each) => severities.length === 0 || severities.includes(each.split(' ')[0] ?? ''))
        .sort()

const attack = (level: keyof typeof ATTACKS, name: string): Promise<Uint8Array> => {
  const make = ATTACKS[level][name]
  return make ? make({ hand: 3, issued, seed: 8 }) : Promise.reject(new Error(name))
}

describe('wet ink on our page', () => {
  test.each(['colour', 'grey', 'app', 'photo'] as const)(
    'scanned as %s shows ink, the code and whole pages, and nothing red',
    SLOW,
    async (scanner) => {
      const analysis = await lookAtHonest(scanner)
      expect(seenIn(analysis, 'red')).toEqual([])
      expect(seenIn(analysis, 'green')).toEqual(expect.arrayContaining(['green S12', 'green S8']))
      expect(seenIn(analysis)).not.toContain('amber S11')
    },
  )

  test('is blue on a colour scan and has no colour on a grey one', SLOW, async () => {
    expect(seenIn(await lookAtHonest('colour'))).toContain('green S11')
    expect(seenIn(await lookAtHonest('grey'))).not.toContain('green S11')
  })

  test('is read as well when an app writes each of its pixels as a point', SLOW, async () => {
    const sheets = await printsOf(issued)
    signSheets(sheets, issued, { hand: 3, pen: 0, time: 1 })
    const analysis = await analyse(await scanSheets(sheets, 'colour', 3, 72))
    expect(seenIn(analysis, 'red')).toEqual([])
    expect(seenIn(analysis, 'green')).toEqual(
      expect.arrayContaining(['green S11', 'green S12', 'green S8']),
    )
  })

  test('stays wet ink when a scanner adds hidden letters or its name', SLOW, async () => {
    for (const add of Object.values(ADDITIONS)) {
      const analysis = await analyse(await add(await honestScan('colour')))
      expect(seenIn(analysis, 'red')).toEqual([])
    }
  })

  test('comes with pictures of each page, the signature and the code', SLOW, async () => {
    const analysis = await lookAtHonest('colour')
    const crops = analysis.kind === 'analysed' ? analysis.crops : []
    expect(crops.map(({ name }) => name).sort()).toEqual([
      'challenge',
      'page-1',
      'page-2',
      'signature',
    ])
    expect(crops.every(({ bytes }) => bytes[0] === 0xff && bytes[1] === 0xd8)).toBe(true)
    const page = crops.find(({ name }) => name === 'page-1')
    expect([page?.width, page?.height]).toEqual([1240, 1754])
  })

  test('photographed and sent as pictures is read like a scan', SLOW, async () => {
    const sheets = await printsOf(issued)
    signSheets(sheets, issued, { hand: 4, pen: 0, time: 2 })
    const pictures = await Promise.all(sheets.map((sheet, at) => scanSheet(sheet, 'photo', at)))
    const wrapped = await wrapPictures(pictures.map(({ jpeg }) => new Uint8Array(jpeg)))
    const analysis = await analyse(wrapped.fault === null ? wrapped.bytes : new Uint8Array())
    expect(seenIn(analysis, 'red')).toEqual([])
    expect(seenIn(analysis, 'green')).toContain('green S12')
  })
})

describe('pages that are not this agreement', () => {
  test.each([
    ['anotherDocument', 'wrongDocument'],
    ['anotherRevision', 'wrongRevision'],
    ['missingPage', 'missingPages'],
    ['nothingOfOurs', 'unreadable'],
    ['pagesSwapped', 'missingPages'],
  ])('%s: %s', SLOW, async (name, fault) => {
    expect(await analyse(await attack('l0', name))).toMatchObject({ fault, kind: 'fault' })
  })

  test('the missing page is named in both languages', SLOW, async () => {
    const analysis = await analyse(await attack('l0', 'missingPage'))
    const detail = analysis.kind === 'fault' ? analysis.detail : null
    expect(detail?.id).toContain('Tidak ada: halaman 1.')
    expect(detail?.en).toContain('Missing: page 1.')
  })

  test('a form that nobody signed asks to be looked at', SLOW, async () => {
    const seen = seenIn(await analyse(await attack('l0', 'blankForm')))
    expect(seen).toEqual(expect.arrayContaining(['amber S11', 'amber S12']))
  })
})

describe('additions to the file', () => {
  test.each([
    ['pastedOnFile', 'red S4'],
    ['pastedOnScan', 'red S4'],
    ['typedOnFile', 'red S2'],
    ['typedOnScan', 'red S2'],
    ['vectorOnFile', 'red S3'],
    ['vectorOnScan', 'red S3'],
    ['inkNote', 'red S5'],
    ['stampNote', 'red S5'],
    ['freeText', 'red S5'],
  ])('%s is red: %s', SLOW, async (name, red) => {
    expect(seenIn(await analyse(await attack('l1', name)), 'red')).toContain(red)
  })

  test('the issued file itself was never printed', SLOW, async () => {
    expect(seenIn(await analyse(issued.bytes), 'red')).toContain('red S1')
  })
})

describe('codes and certificates in place of ink', () => {
  test.each([
    ['codeOnFile', 'red S7'],
    ['codeOnPaper', 'red S7'],
    ['codeOnScan', 'red S7'],
    ['ownCodeOnPaper', 'red S7'],
    ['certifiedOnFile', 'red S6'],
    ['certifiedOnScan', 'red S6'],
  ])('%s is red: %s', SLOW, async (name, red) => {
    expect(seenIn(await analyse(await attack('l2', name)), 'red')).toContain(red)
  })
})

describe('the same signature again', () => {
  test('is amber when it is one picture, scanned twice', SLOW, async () => {
    const first = await analyse(await attack('l5', 'pastedPrintedScanned'))
    const earlierHashes = first.kind === 'analysed' ? [first.signatureHash] : []
    const again = await analyse(await attack('l4', 'pastedAndFakeScanned'), { earlierHashes })
    expect(seenIn(again, 'amber')).toContain('amber S13')
  })

  test('is nothing when one hand signed twice', SLOW, async () => {
    const first = await lookAtHonest('colour')
    const hash = first.kind === 'analysed' ? first.signatureHash : ''
    const second = await analyse(await scanSigned('colour', { time: 2 }), { earlierHashes: [hash] })
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(seenIn(second)).not.toContain('amber S13')
  })

  test('cannot be told of no ink at all', () => {
    expect(hashDistance('', '')).toBe(256)
  })
})

test('an agreement as the shop issues it is read on all its pages', SLOW, async () => {
  const agreement = await issueAgreement()
  const sheets = await printsOf(agreement)
  signSheets(sheets, agreement, { hand: 2, pen: 0, time: 5 })
  const { readQr, token } = agreement
  const returned = await scanSheets(sheets, 'colour', 12)
  const analysis = await analyse(returned, { issued: agreement, readQr, token })
  expect(seenIn(analysis, 'red', 'amber')).toEqual([])
  const crops = analysis.kind === 'analysed' ? analysis.crops.map(({ name }) => name) : []
  expect(crops.filter((name) => name.startsWith('page-'))).toHaveLength(6)
})

describe('a stamped file that was printed', () => {
  test(
    'shows the picture of its e-Meterai where it was affixed, and no strange code',
    SLOW,
    async () => {
      const { bytes, rect } = await affixPicture(issued)
      const stamped = { bytes, rect }
      const sheets = await printSheets(bytes)
      signSheets(sheets, issued, { hand: 3, pen: 0, time: 1 })
      const analysis = await analyse(await scanSheets(sheets, 'colour', 3), {
        mode: 'e-first',
        stamped,
      })
      expect(seenIn(analysis, 'red', 'amber')).toEqual([])
      expect(seenIn(analysis)).toContain('green S7')
      const crops = analysis.kind === 'analysed' ? analysis.crops.map(({ name }) => name) : []
      expect(crops).toContain('meterai')
    },
  )

  test('is missed when the unstamped one was printed', SLOW, async () => {
    const { bytes, rect } = await affixPicture(issued)
    const returned = await honestScan('colour')
    const analysis = await analyse(returned, { mode: 'e-first', stamped: { bytes, rect } })
    expect(seenIn(analysis, 'red')).toEqual([])
    expect(seenIn(analysis, 'amber')).toContain('amber S7')
  })

  test('was never printed when it comes back itself', SLOW, async () => {
    const stamped = await affixPicture(issued)
    const analysis = await analyse(stamped.bytes, { mode: 'e-first', stamped })
    expect(seenIn(analysis, 'red')).toContain('red S1')
  })
})

test('a meterai of paper is looked for in its box', SLOW, async () => {
  const without = await analyse(await honestScan('colour'), { mode: 'tempel' })
  expect(seenIn(without, 'amber')).toEqual(['amber S14'])
  const box = issued.layout.boxes.find(({ kind }) => kind === 'meterai')
  const sheets = await printsOf(issued)
  signSheets(sheets, issued, { hand: 3, pen: 0, time: 1 })
  const context = sheets[(box?.page ?? 1) - 1]?.getContext('2d')
  if (context && box) {
    context.fillStyle = '#b0567a'
    const place = [box.xMm + 3, box.yMm + 2, 18, 21].map((mm) => mm * SHEET_SCALE)
    context.fillRect(place[0] ?? 0, place[1] ?? 0, place[2] ?? 0, place[3] ?? 0)
  }
  const stuck = await analyse(await scanSheets(sheets, 'colour', 5), { mode: 'tempel' })
  expect(seenIn(stuck, 'red', 'amber')).toEqual([])
})
