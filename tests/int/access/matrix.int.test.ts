import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { gatherCallers } from '../../support/access/callers'
import { type Cell, countCells, drawMatrix, formatMatrix } from '../../support/access/matrix'
import { stockCatalogue, stockOrders } from '../../support/access/stock'
import { bootShop } from '../../support/shop'

let payload: Payload
let cells: Cell[] = []
let asked = 0

beforeAll(async () => {
  payload = (await bootShop()).payload
  const { accounts, knock } = await gatherCallers(payload)
  await stockCatalogue(payload)
  await stockOrders(payload, [accounts['customer A'].id, accounts['customer B'].id])
  asked = countCells(payload)
  cells = await drawMatrix({ knock, payload })
}, 300_000)

describe('who may do what', () => {
  it('stands in the committed table', async () => {
    await expect(`${formatMatrix(cells)}\n`).toMatchFileSnapshot('../../support/access/matrix.txt')
  })

  it('leaves no collection, operation or caller out', () => {
    expect(cells).toHaveLength(asked)
  })
})
