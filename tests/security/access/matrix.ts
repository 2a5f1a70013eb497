import { readFileSync } from 'node:fs'

import type { GroupOptions } from '../../support/figures/program'
import type { LoneShop } from './shop'

import { gatherCallers } from '../../support/access/callers'
import { type Cell, countCells, drawMatrix, parseMatrix } from '../../support/access/matrix'
import { stockCatalogue, stockOrders } from '../../support/access/stock'
import { equal, type Measured } from '../../support/figures/row'
import { sayAll } from '../say'
import { countDoorCells, drawDoors } from './doors'

const committed = (): Cell[] =>
  parseMatrix(readFileSync(new URL('../../support/access/matrix.txt', import.meta.url), 'utf8'))

const nameOf = ({ as, operation, slug }: Cell): string => `${slug} ${operation} as ${as}`

const findBreaches = (cells: readonly Cell[]): string[] => {
  const allowed = new Map(committed().map((cell) => [nameOf(cell), cell.verdict]))
  return cells.flatMap((cell) => {
    const name = nameOf(cell)
    const wanted = allowed.get(name)
    return wanted === cell.verdict
      ? []
      : [`${name}: ${cell.verdict}, ${wanted ?? 'not in the committed table'}`]
  })
}

/** Who may do what: every cell that the config asks for, against the committed table. */
export const measureMatrix = async (
  { payload }: LoneShop,
  _: GroupOptions,
): Promise<Measured[]> => {
  const { accounts, knock } = await gatherCallers(payload)
  await stockCatalogue(payload)
  await stockOrders(payload, [accounts['customer A'].id, accounts['customer B'].id])
  const asked = countCells(payload) + countDoorCells(payload)
  const doors = await drawDoors({ knock, payload })
  const cells = await drawMatrix({ knock, payload })
  const breaches = [...doors.breaches, ...findBreaches(cells)]
  sayAll('breach', breaches)
  return [
    {
      bar: equal(asked),
      detail: `as many as the config asks for: ${cells.length} of collections, ${doors.tried} of own endpoints`,
      name: 'access-cells',
      unit: '',
      value: cells.length + doors.tried,
    },
    {
      bar: equal(0),
      detail: `cells that differ from the committed table: ${breaches.slice(0, 3).join(' | ') || 'none'}`,
      name: 'access-breaches',
      unit: '',
      value: breaches.length,
    },
  ]
}
