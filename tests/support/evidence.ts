import sharp from 'sharp'
import type { OpenShop } from './openShop'
import type { LoggedIn } from './people'
import { type Answer, callShop } from './purchase'

/** A picture of noise that no encoder makes small; the same seed gives the same one. */
export const drawNoise = (args: {
  height: number
  seed: number
  width: number
}): Promise<Buffer> => {
  const { height, width } = args
  const points = Buffer.alloc(width * height * 3)
  let state = args.seed + 1
  for (let at = 0; at < points.length; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff
    points[at] = state >> 16
  }
  return sharp(points, { raw: { channels: 3, height, width } })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** A screenshot as a telephone makes it: it says where and with what. */
export const drawWithPlace = (): Promise<Buffer> =>
  sharp({ create: { background: '#b93815', channels: 3, height: 300, width: 400 } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'RAHASIA-TEMPAT', Model: 'KameraUji' } })
    .toBuffer()

/** Sends pictures with a caption to a finding, as the panel's form does. */
export const sendPictures = async (
  shop: Pick<OpenShop, 'url'>,
  args: {
    by?: LoggedIn | undefined
    caption?: string
    finding: string
    pictures: readonly (Buffer | string)[]
  },
): Promise<{ code?: string; json: unknown; status: number }> => {
  const { by, caption = 'Basis data menjawab dengan semua baris.', finding, pictures } = args
  const form = new FormData()
  form.append('caption', caption)
  for (const bytes of pictures) {
    const part = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
    form.append('pictures', new File([part], 'layar.png'))
  }
  const response = await fetch(`${shop.url}/api/findings/${finding}/pictures`, {
    body: form,
    headers: by?.headers ?? {},
    method: 'POST',
  })
  const json = (await response.json()) as { errors?: { code: string }[] }
  const code = json.errors?.[0]?.code
  return { ...(code ? { code } : {}), json, status: response.status }
}

/** Takes one picture off a finding. */
export const dropPicture = (
  shop: OpenShop,
  args: { by?: LoggedIn | undefined; finding: string; seq: number },
): Promise<Answer<unknown>> =>
  callShop(shop, `/api/findings/${args.finding}/pictures/${args.seq}/remove`, {
    body: {},
    headers: args.by?.headers ?? {},
  })
