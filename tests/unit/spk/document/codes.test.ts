import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import {
  buildQrPayload,
  buildSignedText,
  drawSpk,
  hashPageText,
  readQrPayload,
  type SpkLayout,
} from '@/plugin/spk/document'
import { NIK, signSpk, spkContent, spkIssue } from '../../../factories/spkContent'
import { readCodes, readRuns, TOOLS } from '../../../support/spkPages'

// Whole documents are drawn, and read by programs of others.
vi.setConfig({ testTimeout: 60_000 })

const verifyUrl = 'https://hanzamas.tech'
const token = 'k3J9xQ2mVb7Lr0PzYtWc1A'

const draw = () => {
  const content = spkContent()
  return drawSpk({ content, issue: spkIssue(content), nik: NIK })
}

describe('A code on a page', () => {
  it('says which document and page it is of, and nothing of the customer', () => {
    const payload = buildQrPayload({ mark: '0a1b2c3d', page: 3, token, verifyUrl })
    expect(payload).toBe(`https://hanzamas.tech/v/${token}?p=3&h=0a1b2c3d`)
    expect(buildQrPayload({ mark: '0a1b2c3d', page: 3, token, verifyUrl: `${verifyUrl}/` })).toBe(
      payload,
    )
    expect(readQrPayload(payload, { verifyUrl })).toEqual({ mark: '0a1b2c3d', page: 3, token })
  })

  it.each([
    `https://hanzamas.tech.example/v/${token}?p=3&h=0a1b2c3d`,
    `http://hanzamas.tech/v/${token}?p=3&h=0a1b2c3d`,
    `https://hanzamas.tech/v/${token}?p=0&h=0a1b2c3d`,
    `https://hanzamas.tech/v/${token}?p=3&h=0A1B2C3D`,
    `https://hanzamas.tech/v/${token}?p=3&h=0a1b2c3d&x=1`,
    `https://hanzamas.tech/v/${token}?p=3`,
    'https://hanzamas.tech/v/kurang?p=3&h=0a1b2c3d',
    '000201010211ID.CO.QRIS',
    '',
  ])('of others is not one of ours: %s', (text) => {
    expect(readQrPayload(text, { verifyUrl })).toBeNull()
  })

  it('is marked with the key over document, page and text: change one, and it is another', () => {
    const of = { page: 1, textHash: hashPageText(['Pasal 1']), token }
    const mark = signSpk(buildSignedText(of))
    for (const other of [
      { ...of, page: 2 },
      { ...of, token: `${token}B` },
      { ...of, textHash: hashPageText(['Pasal 2']) },
    ]) {
      expect(signSpk(buildSignedText(other))).not.toBe(mark)
    }
  })
})

describe('The text of a page', () => {
  it('is hashed without its white space', () => {
    const plain = createHash('sha256').update('Pasal1Definisi').digest('hex')
    expect(hashPageText(['Pasal 1', ' Definisi\u00a0'])).toBe(plain)
  })

  it('can be hashed again by whoever reads the file', async () => {
    const { bytes, layout } = await draw()
    const pages = await readRuns(bytes)
    expect(layout.pages.map(({ textHash }) => textHash)).toEqual(
      pages.map((runs) => hashPageText(runs.map(({ text }) => text))),
    )
    expect(layout.pages.every(({ heightMm, widthMm }) => heightMm === 297 && widthMm === 210)).toBe(
      true,
    )
  })
})

const codesOn = ({ qr }: SpkLayout, page: number) => qr.filter((code) => code.page === page)

describe('The codes of a document', () => {
  it('are two on every page, signed, 20 to 22 mm wide, with white around them', async () => {
    const { layout } = await draw()
    layout.pages.forEach(({ textHash }, at) => {
      const page = at + 1
      const mark = signSpk(buildSignedText({ page, textHash, token }))
      const codes = codesOn(layout, page)
      expect(codes.map(({ payload }) => payload)).toEqual(
        Array(2).fill(buildQrPayload({ mark, page, token, verifyUrl })),
      )
      const [low, high] = codes
      expect([low?.xMm, low?.yMm, high?.xMm, high?.yMm]).toEqual([12, 265, 176, 10])
      for (const { sizeMm } of codes) {
        expect(sizeMm).toBeGreaterThanOrEqual(20)
        expect(sizeMm).toBeLessThanOrEqual(22)
      }
    })
  })

  it.skipIf(!TOOLS.poppler).each([100, 150, 200])(
    'are read at %i dpi, where the layout says that they stand',
    async (dpi) => {
      const { bytes, layout } = await draw()
      for (const page of [1, layout.pages.length]) {
        const found = await readCodes(bytes, { dpi, page })
        const wanted = codesOn(layout, page)
        expect(found.map(({ text }) => text)).toEqual(wanted.map(({ payload }) => payload))
        for (const { sizeMm, xMm, yMm } of wanted) {
          const near = found.filter(
            (code) => Math.abs(code.xMm - xMm) < 1 && Math.abs(code.yMm - yMm) < 1,
          )
          expect(near).toHaveLength(1)
          expect(Math.abs((near[0]?.sizeMm ?? 0) - sizeMm)).toBeLessThan(1)
        }
      }
    },
    30_000,
  )
})
