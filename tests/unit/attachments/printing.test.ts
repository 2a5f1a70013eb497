import sharp from 'sharp'
import { describe, expect, it } from 'vitest'

import { printPicture } from '@/plugin/attachments'
import { drawNoise } from '../../support/evidence'

describe('A picture as it is printed', () => {
  it('is a JPEG of the same size, and the same bytes each time', async () => {
    const picture = await drawNoise({ height: 90, seed: 3, width: 120 })
    const [one, two] = [await printPicture(picture), await printPicture(picture)]
    expect([one.width, one.height]).toEqual([120, 90])
    expect((await sharp(one.bytes).metadata()).format).toBe('jpeg')
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true)
  })

  it('shows white where it was transparent', async () => {
    const clear = { alpha: 0, b: 0, g: 0, r: 0 }
    const picture = await sharp({
      create: { background: clear, channels: 4, height: 8, width: 8 },
    })
      .webp()
      .toBuffer()
    const { data } = await sharp((await printPicture(picture)).bytes)
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255])
  })

  it('is made coarser until it is light enough, however much there is to see', async () => {
    const picture = await drawNoise({ height: 2_000, seed: 5, width: 2_000 })
    const { bytes, height, width } = await printPicture(picture)
    expect(bytes.length).toBeLessThanOrEqual(400_000)
    expect([width <= 1_400, height === width]).toEqual([true, true])
  })
})
