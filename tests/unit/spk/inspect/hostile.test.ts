import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import {
  INSPECT_LIMITS,
  lookAtFile,
  precheck,
  precheckSize,
  wrapPictures,
} from '@/plugin/spk/inspect'

import { clock } from '@/plugin/kernel/time'
import { makePrivateFolder } from '@/plugin/spk/inspect/leftovers'

import { hostileFiles, pngClaiming } from '../../../support/spk/hostile'
import { issueDocument } from '../../../support/spk/issue'

const SLOW = { timeout: 60_000 }
const files = await hostileFiles()

describe('a file that harms', () => {
  test.each(files)('is not taken: $name', { timeout: 60_000 }, async ({ bytes, faults }) => {
    const { fault } = await lookAtFile(bytes)
    expect(faults).toContain(fault)
  })

  test('holds no more memory than it may before it is found out', { timeout: 60_000 }, async () => {
    const bomb = files.find(({ name }) => name === 'half a gigabyte in half a megabyte')
    const { usage } = await lookAtFile(bomb?.bytes ?? new Uint8Array())
    expect(usage?.rssBytes).toBeGreaterThan(0)
    expect(usage?.rssBytes).toBeLessThan(INSPECT_LIMITS.rssBytes.look + 60_000_000)
  })

  test('of one gigabyte is refused by its size, unread', () => {
    expect(precheckSize(1_000_000_000)).toBe('tooBig')
    expect(precheckSize(0)).toBe('empty')
    expect(precheckSize(INSPECT_LIMITS.fileBytes)).toBeNull()
  })
})

describe('an honest file', () => {
  test('is taken, with as many pages as it has', { timeout: 60_000 }, async () => {
    const { bytes } = await issueDocument({ pages: 3, seed: 1 })
    expect(await lookAtFile(bytes)).toMatchObject({ fault: null, pages: 3 })
  })

  test('may not have many more pages than were issued', { timeout: 60_000 }, async () => {
    const { bytes } = await issueDocument({ pages: 8, seed: 1 })
    expect(await lookAtFile(bytes, { issuedPages: 2 })).toMatchObject({ fault: 'tooManyPages' })
    expect(await lookAtFile(bytes, { issuedPages: 3 })).toMatchObject({ fault: null, pages: 8 })
  })
})

describe('the first look of the web process', () => {
  test('knows a file by its bytes', () => {
    expect(precheck(pngClaiming(10, 10))).toEqual({ kind: 'png' })
    expect(precheck(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toEqual({ kind: 'jpeg' })
    expect(precheck(Buffer.from('GIF89a'))).toEqual({ fault: 'notPdf' })
  })

  test('takes a mark of byte order before a PDF, and nothing else', () => {
    const pdf = '%PDF-1.7\n%%EOF'
    expect(precheck(Buffer.from(`\ufeff${pdf}`))).toEqual({ kind: 'pdf' })
    expect(precheck(Buffer.from(`MZ${pdf}`))).toEqual({ fault: 'notPdf' })
  })
})

describe('what a killed worker left behind', () => {
  const folderOf = async (ageMs: number): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'lunas-inspect-'))
    const at = new Date(Date.now() - ageMs)
    await utimes(folder, at, at)
    return folder
  }

  test('goes with the next task; what others work on stays, whatever the clock says', async () => {
    const [old, busy] = [await folderOf(16 * 60_000), await folderOf(60_000)]
    clock.freeze(new Date('2030-01-01T00:00:00Z'))
    const own = await makePrivateFolder()
    clock.release()
    const left = await readdir(tmpdir())
    expect([old, busy, own].map((folder) => left.includes(basename(folder)))).toEqual([
      false,
      true,
      true,
    ])
    await Promise.all([busy, own].map((folder) => rm(folder, { recursive: true })))
  })
})

describe('pictures of many pages', () => {
  /** Noise packs badly: more megabytes than a page of letters ever has. */
  const noisy = async () =>
    sharp(randomBytes(1_500 * 2_100 * 3), { raw: { channels: 3, height: 2_100, width: 1_500 } })
      .jpeg({ quality: 92 })
      .toBuffer()

  test('become one file within the limit, coarser where they must', SLOW, async () => {
    const limits = { ...INSPECT_LIMITS, fileBytes: 5_000_000 }
    const picture = await noisy()
    const plain = await sharp({
      create: { background: '#dddddd', channels: 3, height: 2_100, width: 1_500 },
    })
      .jpeg()
      .toBuffer()
    expect(picture.length * 3).toBeGreaterThan(limits.fileBytes)
    const wrapped = await wrapPictures([plain, picture, picture, picture], limits)
    const bytes = wrapped.fault === null ? wrapped.bytes : expect.unreachable(wrapped.fault)
    expect(bytes.length).toBeLessThanOrEqual(limits.fileBytes)
    expect(bytes.length).toBeGreaterThan(limits.fileBytes / 2)
    expect(await lookAtFile(bytes)).toMatchObject({ fault: null, pages: 4 })
  })

  test('stay as fine as a page is printed where there is room', SLOW, async () => {
    const wrapped = await wrapPictures([await noisy()])
    const bytes = wrapped.fault === null ? wrapped.bytes : expect.unreachable(wrapped.fault)
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Height 2100/)
  })

  test('are refused where not even 150 dpi fit', SLOW, async () => {
    const limits = { ...INSPECT_LIMITS, fileBytes: 1_200_000 }
    const picture = await sharp(await noisy())
      .jpeg({ quality: 20 })
      .toBuffer()
    expect(await wrapPictures([picture, picture, picture], limits)).toMatchObject({
      fault: 'tooBig',
    })
  })
})

describe('pictures that cannot be pages', () => {
  test('are named by their place', { timeout: 60_000 }, async () => {
    const text = Buffer.from('bukan gambar')
    expect(await wrapPictures([pngClaiming(10, 10), text])).toEqual({ at: 1, fault: 'notPdf' })
  })

  test(
    'are refused when they claim more pixels than a page needs',
    { timeout: 60_000 },
    async () => {
      const wrapped = await wrapPictures([pngClaiming(30_000, 30_000)])
      expect(wrapped).toMatchObject({ fault: 'tooManyPixels' })
    },
  )

  test('are refused when they are damaged', { timeout: 60_000 }, async () => {
    expect(await wrapPictures([pngClaiming(500, 500)])).toMatchObject({ fault: 'broken' })
  })
})
