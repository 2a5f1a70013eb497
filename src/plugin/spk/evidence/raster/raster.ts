/** A picture in memory: three bytes a pixel, row by row. */
export type Raster = { height: number; rgb: Uint8Array; width: number }

/** A picture in grey: one byte a pixel. */
export type Grey = { height: number; light: Uint8Array; width: number }

/** Lightness as eyes weigh colours. */
export const greyOf = ({ height, rgb, width }: Raster): Grey => {
  const light = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < light.length; at++, from += 3) {
    const red = rgb[from] ?? 0
    const green = rgb[from + 1] ?? 0
    light[at] = (red * 77 + green * 151 + (rgb[from + 2] ?? 0) * 28) >> 8
  }
  return { height, light, width }
}

/** The same of four bytes a pixel. */
export const greyOfRgba = (from: {
  height: number
  rgba: Uint8ClampedArray
  width: number
}): Grey => {
  const { height, rgba, width } = from
  const light = new Uint8Array(width * height)
  for (let at = 0, pixel = 0; at < light.length; at++, pixel += 4) {
    const red = rgba[pixel] ?? 0
    const green = rgba[pixel + 1] ?? 0
    light[at] = (red * 77 + green * 151 + (rgba[pixel + 2] ?? 0) * 28) >> 8
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
  const rgb = new Uint8Array(width * height * 3)
  for (let at = 0; at < rgb.length; at++) {
    const [pixel, channel] = [Math.floor(at / 3), at % 3]
    const [x, y] = [(pixel % width) * factor, Math.floor(pixel / width) * factor]
    rgb[at] = meanOf(raster, { channel, factor, x, y })
  }
  return { height, rgb, width }
}

const meanOf = (
  { rgb, width }: Raster,
  { channel, factor, x, y }: { channel: number; factor: number; x: number; y: number },
): number => {
  let sum = 0
  for (let down = 0; down < factor; down++) {
    for (let across = 0; across < factor; across++) {
      sum += rgb[((y + down) * width + x + across) * 3 + channel] ?? 0
    }
  }
  return sum / (factor * factor)
}

/** Four bytes a pixel, as canvases and readers of codes want it. */
export const rgbaOf = ({ height, rgb, width }: Raster): Uint8ClampedArray<ArrayBuffer> => {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0, from = 0; from < rgb.length; at += 4, from += 3) {
    rgba[at] = rgb[from] ?? 0
    rgba[at + 1] = rgb[from + 1] ?? 0
    rgba[at + 2] = rgb[from + 2] ?? 0
  }
  return rgba
}
