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
  const rgba = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < rgba.length; at++) {
    const [pixel, channel] = [at >> 2, at & 3]
    const [x, y] = [(pixel % width) * factor, Math.floor(pixel / width) * factor]
    rgba[at] = Math.floor(meanOf(raster, { channel, factor, x, y }))
  }
  return { height, rgba, width }
}

const meanOf = (
  { rgba, width }: Raster,
  { channel, factor, x, y }: { channel: number; factor: number; x: number; y: number },
): number => {
  let sum = 0
  for (let down = 0; down < factor; down++) {
    for (let across = 0; across < factor; across++) {
      sum += rgba[((y + down) * width + x + across) * 4 + channel] ?? 0
    }
  }
  return sum / (factor * factor)
}
