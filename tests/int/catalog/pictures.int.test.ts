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

describe('a picture', () => {
  it('is shown to everybody', async () => {
    const { docs } = await shop.payload.find({
      collection: slugsOf(shop.payload).media,
      limit: 1,
      overrideAccess: true,
    })
    const { filename } = docs[0] as unknown as { filename: string }
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

  it('never leads out of its folder', async () => {
    const path = '/media/file/..%2f..%2fpackage.json'
    expect(await knock({ as: 'guest', path })).toMatchObject({ status: 403 })
  })
})
