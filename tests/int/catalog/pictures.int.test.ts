import { beforeAll, describe, expect, it } from 'vitest'

import { type Knock, gatherCallers } from '../../support/access/callers'
import { stockCatalogue } from '../../support/access/stock'
import { type TestShop, bootShop } from '../../support/shop'
import { slugsOf } from '@/plugin/kernel/payload'

let shop: TestShop
let knock: Knock

beforeAll(async () => {
  shop = await bootShop()
  knock = (await gatherCallers(shop.payload)).knock
  await stockCatalogue(shop.payload)
})

type Picture = { filename: string; id: string; width: number }

const findPicture = async (): Promise<Picture> => {
  const { docs } = await shop.payload.find({
    collection: slugsOf(shop.payload).media,
    limit: 1,
    overrideAccess: true,
  })
  return docs[0] as unknown as Picture
}

describe('a picture', () => {
  it('is shown to everybody', async () => {
    const { filename } = await findPicture()
    expect(await knock({ as: 'guest', path: `/media/file/${filename}` })).toMatchObject({
      status: 200,
    })
  })

  it.each(['tidak-ada.png', '%09', `${'a'.repeat(400)}.png`])(
    'that is not there is a 404: %s',
    async (name) => {
      expect(await knock({ as: 'guest', path: `/media/file/${name}` })).toMatchObject({
        status: 404,
      })
    },
  )

  it('keeps its measures, whatever an editor tells', async () => {
    const { id, width } = await findPicture()
    const told = { alt: 'Meja kerja', focalY: 987, height: -1, 'sizes.card.url': [], width: -1 }
    const path = `/media/${id}`
    const { body } = await knock({ as: 'editor', body: told, method: 'PATCH', path })
    expect(body.doc).toMatchObject({ alt: 'Meja kerja', sizes: { card: { width: 640 } }, width })
    expect((body.doc as { focalY: number }).focalY).not.toBe(987)
    expect(
      await knock({ as: 'editor', method: 'PATCH', path, raw: '{"width":1e999}' }),
    ).toMatchObject({ status: 400 })
  })

  it('never leads out of its folder', async () => {
    const path = '/media/file/..%2f..%2fpackage.json'
    expect(await knock({ as: 'guest', path })).toMatchObject({ status: 403 })
  })

  it('is not fetched from a store that the shop has not', async () => {
    const form = new FormData()
    form.set('file', JSON.stringify({ filename: 'meja.png', mimeType: 'image/png' }))
    form.set('_payload', JSON.stringify({ alt: 'Meja' }))
    expect(await knock({ as: 'editor', method: 'POST', path: '/media', raw: form })).toMatchObject({
      status: 400,
    })
  })
})

describe('A write over REST', () => {
  it('is in one language at a time', async () => {
    const body = { alt: { en: 'Desk', id: 'Meja' } }
    const path = '/media?locale=all'
    expect(await knock({ as: 'editor', body, method: 'PATCH', path })).toMatchObject({
      status: 400,
    })
  })
})

describe('What Payload keeps for itself', () => {
  it('is read within the same bounds', async () => {
    const path = '/payload-preferences?where[key][all]=x'
    expect(await knock({ as: 'editor', path })).toMatchObject({ status: 400 })
  })
})
