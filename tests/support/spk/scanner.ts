import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import sharp, { type Sharp } from 'sharp'

import { fitHomography, project } from '@/plugin/spk/evidence/geometry/homography'

import { SHEET_DPI } from './sheet'
import { bell, between, makeRandom, type Random } from './random'

/** How a sheet is turned into a file. */
export type Scanner = 'app' | 'colour' | 'grey' | 'photo'

/** A picture of a page, ready for a PDF. */
export type Picture = { height: number; jpeg: Buffer; width: number }

type Pixels = { data: Buffer; height: number; width: number }

const pixelsOf = (canvas: Canvas): Pixels => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
  return { data: Buffer.from(data.buffer), height: canvas.height, width: canvas.width }
}

const fromPixels = ({ data, height, width }: Pixels) =>
  sharp(data, { raw: { channels: 4, height, width } }).removeAlpha()

/** Noise that hangs together over three pixels, as a sensor and its sharpening make it. */
const makeNoise = (width: number, random: Random): ((at: number) => number) => {
  const rows = Array.from({ length: 64 }, () =>
    Float32Array.from({ length: 4_096 }, () => bell(random)),
  )
  return (at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    const row = rows[(y * 7 + (x >> 12)) % 64]
    const below = rows[((y + 1) * 7 + (x >> 12)) % 64]
    const [a = 0, b = 0, c = 0] = [row?.[x & 4095], row?.[(x + 1) & 4095], below?.[x & 4095]]
    return (a + b + c) * 0.6
  }
}

type Light = { drift: number; gain: number; noise: number; tint: readonly [number, number, number] }

const lightUp = (pixels: Pixels, light: Light, random: Random): Pixels => {
  const { data, height, width } = pixels
  const noise = makeNoise(width, random)
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [(at % width) / width, Math.floor(at / width) / height]
    const shade = 1 - light.drift * (x * 0.6 + y * 0.4)
    const grain = noise(at) * light.noise
    for (let channel = 0; channel < 3; channel++) {
      const value =
        (data[at * 4 + channel] ?? 255) * light.gain * shade * (light.tint[channel] ?? 1)
      data[at * 4 + channel] = Math.max(
        0,
        Math.min(255, value + 14 * (1 - (data[at * 4 + channel] ?? 0) / 255) + grain),
      )
    }
  }
  return pixels
}

const flatbed = async (sheet: Canvas, random: Random, isGrey: boolean): Promise<Picture> => {
  const light: Light = {
    drift: between(random, 0, 0.04),
    gain: between(random, 0.94, 0.985),
    noise: between(random, 1.2, 3.2),
    tint: isGrey ? [1, 1, 1] : [1, between(random, 0.98, 1), between(random, 0.93, 0.985)],
  }
  const turned = turn(sheet, between(random, -1.6, 1.6), random)
  const lit = fromPixels(lightUp(pixelsOf(turned), light, random)).blur(between(random, 0.4, 0.75))
  const toned = isGrey ? lit.greyscale() : lit
  return encode(toned, Math.round(between(random, 60, 88)))
}

/** A sheet does not lie straight, and not quite where it should. */
const turn = (sheet: Canvas, degrees: number, random: Random): Canvas => {
  const canvas = createCanvas(sheet.width, sheet.height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f4f2ee'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(
    canvas.width / 2 + between(random, -14, 14),
    canvas.height / 2 + between(random, -14, 14),
  )
  context.rotate((degrees * Math.PI) / 180)
  const scale = between(random, 0.975, 1.005)
  context.scale(scale, scale)
  context.drawImage(sheet, -sheet.width / 2, -sheet.height / 2)
  return canvas
}

/** Telephone apps find the sheet, straighten it and whiten the paper. */
const app = async (sheet: Canvas, random: Random): Promise<Picture> => {
  const light = { drift: 0.1, gain: 0.9, noise: 2.6, tint: [1, 0.985, 0.96] as const }
  const lit = lightUp(pixelsOf(turn(sheet, between(random, -0.6, 0.6), random)), light, random)
  const contrast = between(random, 1.25, 1.5)
  const whitened = fromPixels(lit)
    .blur(0.6)
    .linear(contrast, 255 - 205 * contrast)
  return encode(whitened, Math.round(between(random, 62, 80)))
}

/** Free-hand photograph: perspective, uneven light, a table around the sheet. */
const photo = async (sheet: Canvas, random: Random): Promise<Picture> => {
  const [width, height] = [Math.round(sheet.width * 1.12), Math.round(sheet.height * 1.1)]
  const shift = (): number => between(random, -0.022, 0.022)
  const corners = [
    [0.06 + shift(), 0.05 + shift()],
    [0.94 + shift(), 0.05 + shift()],
    [0.94 + shift(), 0.95 + shift()],
    [0.06 + shift(), 0.95 + shift()],
  ].map(([x = 0, y = 0]) => ({ x: x * width, y: y * height }))
  const warped = stretch(pixelsOf(sheet), corners, { height, width })
  const light: Light = {
    drift: between(random, 0.1, 0.3),
    gain: between(random, 0.82, 0.97),
    noise: between(random, 2, 4),
    tint: [1, between(random, 0.95, 0.99), between(random, 0.86, 0.96)],
  }
  return encode(fromPixels(lightUp(warped, light, random)).blur(between(random, 0.5, 0.9)), 82)
}

type Corner = { x: number; y: number }

/** Each pixel of the photograph asks which point of the sheet it sees. */
const stretch = (
  from: Pixels,
  corners: readonly Corner[],
  { height, width }: { height: number; width: number },
): Pixels => {
  const pairs = [
    { x: 0, y: 0 },
    { x: from.width, y: 0 },
    { x: from.width, y: from.height },
    { x: 0, y: from.height },
  ].map((to, at) => ({ from: corners[at] ?? { x: 0, y: 0 }, to }))
  const h = fitHomography(pairs)
  const data = Buffer.alloc(width * height * 4, 255)
  for (let at = 0; at < width * height && h; at++) {
    const spot = project(h, { x: at % width, y: Math.floor(at / width) })
    const isSheet =
      spot.x >= 0 && spot.y >= 0 && spot.x < from.width - 1 && spot.y < from.height - 1
    for (let channel = 0; channel < 3; channel++) {
      data[at * 4 + channel] = isSheet ? blend(from, spot, channel) : (TABLE[channel] ?? 0)
    }
  }
  return { data, height, width }
}

const TABLE = [108, 84, 62]

const blend = ({ data, width }: Pixels, { x, y }: Corner, channel: number): number => {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  const at = (dx: number, dy: number): number =>
    data[((top + dy) * width + left + dx) * 4 + channel] ?? 255
  const [fx, fy] = [x - left, y - top]
  return (
    (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy
  )
}

const encode = async (image: Sharp, quality: number): Promise<Picture> => {
  const { data, info } = await image.jpeg({ quality }).toBuffer({ resolveWithObject: true })
  return { height: info.height, jpeg: data, width: info.width }
}

/** Scans one sheet. */
export const scanSheet = (sheet: Canvas, scanner: Scanner, seed: number): Promise<Picture> => {
  const random = makeRandom(seed)
  if (scanner === 'photo') {
    return photo(sheet, random)
  }
  return scanner === 'app' ? app(sheet, random) : flatbed(sheet, random, scanner === 'grey')
}

/** Pictures as pages of one PDF, as scanners write it. */
export const bindPictures = async (
  pictures: readonly Picture[],
  dpi = SHEET_DPI,
): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const { height, jpeg, width } of pictures) {
    const size: [number, number] = [(width / dpi) * 72, (height / dpi) * 72]
    const image = await pdf.embedJpg(jpeg)
    pdf.addPage(size).drawImage(image, { height: size[1], width: size[0], x: 0, y: 0 })
  }
  pdf.setProducer('Pindai 2.1')
  return pdf.save({ useObjectStreams: false })
}

/** Scans sheets one after another into one file; at 72 dpi a pixel is written as a point. */
export const scanSheets = async (
  sheets: readonly Canvas[],
  scanner: Scanner,
  seed: number,
  pageDpi = SHEET_DPI,
): Promise<Uint8Array> => {
  const pictures: Picture[] = []
  for (const [at, sheet] of sheets.entries()) {
    pictures.push(await scanSheet(sheet, scanner, seed * 131 + at))
  }
  return bindPictures(pictures, pageDpi)
}
