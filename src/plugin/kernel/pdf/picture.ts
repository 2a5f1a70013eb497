import type { PDFDocument, PDFImage } from 'pdf-lib'

import type { Fragment } from './flow'
import type { PdfBlock, PdfPicture } from './types'

import { LINE_WIDTH, PAPER } from './flow'
import { INK, toInk, type Tools } from './paint'
import { linesOf } from './words'
import { wrapText } from './wrap'

/** A picture leaves room for its caption, and for words on the same page. */
const MOST_HEIGHT = 460

/** Pixels of a screen are 96 to the inch, points of a page 72: nothing is blown up. */
const POINTS = 0.75

const fit = ({ height, width }: PdfPicture): { height: number; width: number } => {
  const scale = Math.min(POINTS, LINE_WIDTH / width, MOST_HEIGHT / height)
  return { height: height * scale, width: width * scale }
}

const picturesIn = (blocks: readonly PdfBlock[]): PdfPicture[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'together') {
      return picturesIn(block.blocks)
    }
    return block.kind === 'picture' ? [block.picture] : []
  })

/** Puts the pictures of a document into its file, one after the other, so that its bytes stay the same. */
export const embedPictures = async (
  pdf: PDFDocument,
  blocks: readonly PdfBlock[],
): Promise<Map<PdfPicture, PDFImage>> => {
  const images = new Map<PdfPicture, PDFImage>()
  for (const picture of picturesIn(blocks)) {
    images.set(picture, images.get(picture) ?? (await pdf.embedJpg(picture.bytes)))
  }
  return images
}

/** A picture as wide as the page at most, framed, with its caption below: they never part. */
export const pictureOf = (
  { caption, picture }: Extract<PdfBlock, { kind: 'picture' }>,
  { fonts, images, ruler }: Tools,
): Fragment[] => {
  const { height, width } = fit(picture)
  const look = { font: fonts.regular, size: 9 }
  const lines = wrapText(caption, { look, ruler, width: LINE_WIDTH })
  const words = linesOf(lines, {
    colour: INK.muted,
    gap: 4,
    left: PAPER.left,
    lineHeight: 13,
    look,
  })
  const shown: Fragment = {
    draw: (page, top) => {
      const box = { height, width, x: PAPER.left, y: top - height }
      const image = images.get(picture)
      if (image) {
        page.drawImage(image, box)
      }
      page.drawRectangle({ ...box, borderColor: toInk(INK.line), borderWidth: 0.75 })
    },
    gap: 8,
    height,
  }
  return [shown, ...words].map((each, at, all) =>
    at < all.length - 1 ? { ...each, isBound: true } : each,
  )
}
