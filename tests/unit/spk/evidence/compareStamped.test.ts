import { PDFDocument, rgb, StandardFonts } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'

import { compareStamped } from '@/plugin/spk/evidence'

import { issueDocument } from '../../../support/emeterai/documents'
import { openScene, type Scene } from '../../../support/emeterai/scene'

const SLOW = { timeout: 120_000 }
let scene: Scene

beforeAll(async () => {
  scene = await openScene()
}, 60_000)

/** What a portal makes of the issued file before it stamps it. */
const rewrite = async (change: (pdf: PDFDocument) => Promise<void> | void = () => undefined) => {
  const pdf = await PDFDocument.load(scene.issued, { updateMetadata: false })
  await change(pdf)
  return scene.stamp({}, await pdf.save({ useObjectStreams: true }))
}

const compare = async (stamped: Uint8Array) => {
  const { isPrefix, rect, verdict } = await scene.ask(stamped)
  expect([isPrefix, verdict]).toEqual([false, 'VALID'])
  return compareStamped({ issued: scene.issued, rect: rect ?? expect.unreachable(), stamped })
}

describe('a stamped file of other bytes', () => {
  test('is the same when it was only written anew', SLOW, async () => {
    expect(await compare(await rewrite())).toMatchObject({ isSameLook: true, isSameText: true })
  })

  test('says something else when a letter was added, hidden as it may be', SLOW, async () => {
    const added = await rewrite(async (pdf) => {
      const font = await pdf.embedFont(StandardFonts.Helvetica)
      pdf.getPage(0).drawText('1', { color: rgb(1, 1, 1), font, size: 4, x: 300, y: 300 })
    })
    const { isSameText, note } = await compare(added)
    expect(isSameText).toBe(false)
    expect(note.id).toBe('Teks berbeda dari dokumen terbit pada halaman 1.')
  })

  test('looks different when something was laid over its letters', SLOW, async () => {
    const covered = await rewrite((pdf) =>
      pdf.getPage(1).drawRectangle({ color: rgb(1, 1, 1), height: 14, width: 60, x: 72, y: 756 }),
    )
    const { isSameLook, isSameText, note } = await compare(covered)
    expect([isSameLook, isSameText]).toEqual([false, true])
    expect(note.id).toMatch(/pada halaman 2\.$/)
  })

  test('looks different when a note was put on it', SLOW, async () => {
    const noted = await rewrite((pdf) => {
      const { context } = pdf
      const note = context.obj({
        Contents: 'x',
        Rect: [10, 10, 30, 30],
        Subtype: 'Text',
        Type: 'Annot',
      })
      pdf.getPage(0).node.addAnnot(context.register(note))
    })
    expect(await compare(noted)).toMatchObject({ isSameLook: false, isSameText: true })
  })

  test('is another one when a page more or less is in it', SLOW, async () => {
    const more = await rewrite((pdf) => void pdf.addPage([595.28, 841.89]))
    expect(await compare(more)).toMatchObject({ isSameLook: false, isSameText: false })
    const other = await scene.stamp({}, await issueDocument({ text: 'SURAT PERJANJIAN KERJASAMB' }))
    expect(await compare(other)).toMatchObject({ isSameText: false })
  })

  test('that harms is the same in nothing', SLOW, async () => {
    const rect = { heightMm: 19, page: 1, widthMm: 19, xMm: 10, yMm: 10 }
    const stamped = new TextEncoder().encode('%PDF-1.7 rusak %%EOF')
    const found = await compareStamped({ issued: scene.issued, rect, stamped })
    expect(found).toMatchObject({ isSameLook: false, isSameText: false })
    expect(found.note.id).toContain('rusak')
  })
})
