import { type Actor, fireEvent, type SQL, type Tx } from '../../kernel/payload'
import { instalmentMachine } from '../machine'

/** A wholly unpaid debt is replaced by a row of a later revision. Under the order's lock. */
export const fireReplaced = (
  tx: Tx,
  args: { actor: Actor; along: SQL[]; id: string; reason: string },
): Promise<unknown> => {
  const { reason, ...event } = args
  return fireEvent({
    ...event,
    event: 'replace',
    locked: 'open',
    machine: instalmentMachine,
    note: { reason },
    table: 'instalments',
    tx,
  })
}
