/** A picture in memory: four bytes a pixel, row by row, the fourth of them 255: nothing shines through. */
export type Raster = { height: number; rgba: Uint8ClampedArray; width: number }

/** A picture in grey: one byte a pixel. */
export type Grey = { height: number; light: Uint8Array; width: number }

/** A picture of white pixels. */
export const blankRaster = (width: number, height: number): Raster => ({
  height,
  rgba: new Uint8ClampedArray(width * height * 4).fill(255),
  width,
})

/** The pixels of a picture, each as one number: bytes that nobody has to tell apart are moved together. */
export const pixelsOf = ({ rgba }: Raster): Uint32Array =>
  rgba.byteOffset % 4 === 0
    ? new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength >> 2)
    : new Uint32Array(rgba.slice().buffer)

/** Lightness as eyes weigh colours. */
export const greyOf = ({ height, rgba, width }: Raster): Grey => {
  const light = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < light.length; at++, from += 4) {
    const red = rgba[from] ?? 0
    const green = rgba[from + 1] ?? 0
    light[at] = (red * 77 + green * 151 + (rgba[from + 2] ?? 0) * 28) >> 8
  }
  return { height, light, width }
}

/** Half as wide and high: each pixel the mean of four. */
export const halveGrey = ({ height, light, width }: Grey): Grey => {
  const [wide, high] = [width >> 1, height >> 1]
  const half = new Uint8Array(wide * high)
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const at = y * 2 * width + x * 2
      const sum =
        (light[at] ?? 0) +
        (light[at + 1] ?? 0) +
        (light[at + width] ?? 0) +
        (light[at + width + 1] ?? 0)
      half[y * wide + x] = sum >> 2
    }
  }
  return { height: high, light: half, width: wide }
}

/** No side longer than `longest`: whole pixels are averaged, so that lines do not break. */
export const shrink = (raster: Raster, longest: number): Raster => {
  const factor = Math.ceil(Math.max(raster.width, raster.height) / longest)
  if (factor <= 1) {
    return raster
  }
  const [width, height] = [Math.floor(raster.width / factor), Math.floor(raster.height / factor)]
  const small = blankRaster(width, height)
  for (let at = 0; at < width * height; at++) {
    const from = (Math.floor(at / width) * raster.width + (at % width)) * factor
    writeMean(raster, { factor, from, to: at * 4 }, small.rgba)
  }
  return small
}

/** The mean colour of a square, whose first pixel has the number `from`, goes to the byte `to`. */
const writeMean = (
  { rgba, width }: Raster,
  { factor, from, to }: { factor: number; from: number; to: number },
  out: Uint8ClampedArray,
): void => {
  let [red, green, blue] = [0, 0, 0]
  for (let down = 0; down < factor; down++) {
    const row = (from + down * width) * 4
    for (let at = row; at < row + factor * 4; at += 4) {
      red += rgba[at] ?? 0
      green += rgba[at + 1] ?? 0
      blue += rgba[at + 2] ?? 0
    }
  }
  const all = factor * factor
  out[to] = Math.floor(red / all)
  out[to + 1] = Math.floor(green / all)
  out[to + 2] = Math.floor(blue / all)
}
