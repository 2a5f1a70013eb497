import { fireEvent, sql, SYSTEM, type Tx } from '../../kernel/payload'
import { rupiah } from '../../kernel/money'
import { addDays, clock, wibDayOf } from '../../kernel/time'
import { buildSchedule } from '../../plans'
import { orderMachine } from '../machine'
import { type SpkOwner, spkRuntime } from '../../spk'
import { orderFulfilmentOwner } from '../paymentOwner'
import { followHosting } from './followHosting'
import { lockOrder } from './lockOrder'
import { findUnpaid, nextSeqOf, replaceSchedule } from './replaceSchedule'

const touch = (orderId: string, lookAt: null | string) => sql`update contracts
  set look_at = ${lookAt}, updated_at = ${clock.now().toISOString()} where order_id = ${orderId}`

/**
 * Nobody is late before he could pay: when the first day of the schedule has passed while the agreement
 * was made, all of it moves, so that its first payment is due so many days from today. The agreement
 * says so itself (its clause about payment).
 */
const moveSchedule = async (tx: Tx, orderId: string): Promise<void> => {
  const order = await lockOrder(tx, sql`o.id = ${orderId}`)
  const unpaid = findUnpaid(order)
  const today = wibDayOf(clock.now())
  const [item] = order.items
  if (!order.contract || !item || unpaid.every(({ dueOn }) => dueOn >= today)) {
    return
  }
  const { payWithinDays } = spkRuntime.get(tx.payload)
  const { rows, total } = buildSchedule({
    cashPrice: rupiah(order.contract.cashPrice / item.quantity),
    quantity: item.quantity,
    startOn: addDays(today, payWithinDays),
    terms: order.contract.terms,
  })
  const first = nextSeqOf(order)
  await replaceSchedule(tx, {
    actor: SYSTEM,
    order,
    reason: 'SPK dikonfirmasi setelah jatuh tempo pertama',
    replaced: unpaid,
    rows: rows.map((row, at) => ({ ...row, seq: first + at })),
    total,
  })
}

/** The services of the order follow what has just become of its agreement. */
const followServices = async (tx: Tx, orderId: string): Promise<void> => {
  await followHosting(tx, await lockOrder(tx, sql`o.id = ${orderId}`))
}

/** The agreement is confirmed: the order can be paid, and its ladder begins. */
const open: SpkOwner['open'] = async (tx, orderId) => {
  await moveSchedule(tx, orderId)
  await fireEvent({
    actor: SYSTEM,
    along: [touch(orderId, clock.now().toISOString())],
    event: 'open',
    facts: { needsSpk: true, spkConfirmed: true },
    id: orderId,
    machine: orderMachine,
    table: 'orders',
    tx,
  })
  await followServices(tx, orderId)
}

/** The confirmation is taken back: nothing can be paid until it is given again. */
const unopen: SpkOwner['unopen'] = async (tx, orderId, reason) => {
  await fireEvent({
    actor: SYSTEM,
    along: [touch(orderId, null)],
    event: 'hold',
    facts: { credited: 0 },
    id: orderId,
    machine: orderMachine,
    note: { reason },
    table: 'orders',
    tx,
  })
  await followServices(tx, orderId)
}

/** Orders are what agreements are made for: this is how the agreements reach them. */
export const orderSpkOwner: SpkOwner = { lock: orderFulfilmentOwner.lock, open, unopen }
