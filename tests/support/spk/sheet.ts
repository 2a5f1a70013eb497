import { type Canvas, createCanvas, ImageData } from '@napi-rs/canvas'

import { drawPage } from '@/plugin/spk/evidence/raster/pageRaster'
import { INSPECT_LIMITS } from '@/plugin/spk/inspect'
import { openTrusted } from '@/plugin/spk/inspect/inside'

import type { Issued } from './issue'

import { digitsOf, drawStrokes, PENS, signatureOf } from './ink'
import { makeRandom } from './random'

export const SHEET_DPI = 200

/** Pixels of a mm on a sheet. */
export const SHEET_SCALE = SHEET_DPI / 25.4

/** Draws every page of a PDF, as a printer would. */
export const printSheets = async (bytes: Uint8Array): Promise<Canvas[]> => {
  const pdf = await openTrusted(bytes, INSPECT_LIMITS)
  const sheets: Canvas[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { raster } = await drawPage(await pdf.getPage(number), SHEET_DPI)
    const canvas = createCanvas(raster.width, raster.height)
    const image = new ImageData(raster.rgba, raster.width, raster.height)
    canvas.getContext('2d').putImageData(image, 0, 0)
    sheets.push(canvas)
  }
  return sheets
}

const printed = new WeakMap<Issued, Promise<Canvas[]>>()

/** Fresh prints of an issued document; drawn once, copied each time. */
export const printsOf = async (issued: Issued): Promise<Canvas[]> => {
  const sheets = printed.get(issued) ?? printSheets(issued.bytes)
  printed.set(issued, sheets)
  return (await sheets).map((sheet) => {
    const copy = createCanvas(sheet.width, sheet.height)
    copy.getContext('2d').drawImage(sheet, 0, 0)
    return copy
  })
}

/** Whose hand writes, and when. */
export type Signing = { hand: number; pen?: number; time: number; without?: readonly string[] }

/** Signs, dates and initials prints with a pen. */
export const signSheets = (
  sheets: readonly Canvas[],
  { layout }: Issued,
  { hand, pen = hand, time, without = [] }: Signing,
): void => {
  const random = makeRandom(hand * 97 + time)
  const chosen = PENS[pen % PENS.length] ?? { colour: '#1f3fa8', widthMm: 0.5 }
  for (const box of layout.boxes) {
    if (box.party === 'customer' && !without.includes(box.kind)) {
      const context = sheets[box.page - 1]?.getContext('2d')
      const { heightMm, kind, widthMm, xMm, yMm } = box
      const strokes =
        kind === 'signature'
          ? signatureOf({ hand, heightMm: heightMm * 1.1, time, widthMm })
          : kind === 'initial'
            ? signatureOf({
                hand: hand + 500,
                heightMm: heightMm * 0.8,
                time,
                widthMm: widthMm * 0.7,
              })
            : digitsOf(kind === 'date' ? '22112026' : '4821', heightMm * 0.55, random)
      if (context) {
        const shift = kind === 'signature' ? 0 : 3
        const about = {
          pen: chosen,
          random,
          scale: SHEET_SCALE,
          xMm: xMm + shift,
          yMm: yMm + shift,
        }
        drawStrokes(context, strokes, about)
      }
    }
  }
}
