import type { Actor, Tx } from '../../kernel/payload'
import type { AllowFacts } from './machine'

import { fireEvent, SYSTEM } from '../../kernel/payload'
import { blockService } from '../blockers/actions'
import { addMissingAccounts } from './buildAccounts'
import { hostingMachine } from './machine'
import { findAccounts } from './scene'

/**
 * The services of an order follow its agreement and its first money: they may be created while both are
 * there. What exists already is not touched; the ladder looks after that. Under the order's lock.
 */
export const followAccounts = async (
  tx: Tx,
  { orderId, ...facts }: { orderId: string } & AllowFacts,
): Promise<void> => {
  await addMissingAccounts(tx, orderId)
  const isAllowed = facts.isAgreed && facts.isBegun
  const [event, from] = isAllowed ? (['allow', 'locked'] as const) : (['lock', 'ready'] as const)
  for (const { id, state } of await findAccounts(tx, orderId)) {
    if (state === from) {
      await fireEvent({
        actor: SYSTEM,
        event,
        facts,
        id,
        locked: state,
        machine: hostingMachine,
        table: 'hosting_accounts',
        tx,
      })
    }
  }
}

const DROPPED: readonly string[] = ['failed', 'locked', 'ready']
const LIVE: readonly string[] = ['active', 'provisioning', 'suspended']

/**
 * The order is cancelled: what was not created will not be, and what runs is switched off until people
 * decide its end; nothing is removed by this. Under the order's lock.
 */
export const endAccounts = async (
  tx: Tx,
  { actor, orderId, reason }: { actor: Actor; orderId: string; reason: string },
): Promise<void> => {
  const accounts = await findAccounts(tx, orderId)
  for (const { id, state } of accounts.filter((each) => DROPPED.includes(each.state))) {
    await fireEvent({
      actor: SYSTEM,
      event: 'drop',
      id,
      locked: state,
      machine: hostingMachine,
      note: { reason },
      table: 'hosting_accounts',
      tx,
    })
  }
  if (accounts.some(({ state }) => LIVE.includes(state))) {
    await blockService(tx, { actor, kind: 'admin', orderId, reason })
  }
}
