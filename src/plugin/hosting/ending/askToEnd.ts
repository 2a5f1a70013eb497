import type { Payload } from 'payload'

import type { Actor, Tx } from '../../kernel/payload'
import type { AccountScene } from '../accounts/scene'

import { DomainError } from '../../kernel/errors'
import { sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { withAccount } from '../accounts/ask'
import { SWITCHED } from '../accounts/want'
import { tellStaff } from '../converge/news'

/** When a customer wants his service to end: as soon as it goes, or with its contract. */
export type EndingWhen = 'end' | 'now'

/** What a customer says who wants his service to end. */
export type EndingWish = {
  accountId: string
  actor: Actor
  customerId: string
  reason: string
  when: EndingWhen
}

const assertOwn = (account: AccountScene, customerId: string): void => {
  if (account.customerId !== customerId) {
    throw new DomainError('hosting.accountNotFound')
  }
  if (!SWITCHED.includes(account.state) || account.wanted === 'gone') {
    throw new DomainError('hosting.cannotEnd')
  }
}

const write = (tx: Tx, id: string, wish: null | Pick<EndingWish, 'reason' | 'when'>) => {
  const at = clock.now().toISOString()
  return tx.rows(sql`update hosting_accounts set ending_when = ${wish?.when ?? null},
    ending_reason = ${wish?.reason ?? null}, ending_asked_at = ${wish ? at : null}, updated_at = ${at}
    where id = ${id} and (ending_when is not null or ${wish !== null}::boolean) returning id`)
}

/**
 * A customer asks for the end of his service. Nothing ends by it: staff decide, and what is owed stays
 * owed. Asked again, the newer wish counts.
 *
 * @throws DomainError `hosting.accountNotFound`, `hosting.cannotEnd`
 */
export const askToEnd = (payload: Payload, wish: EndingWish): Promise<void> =>
  withAccount(payload, wish.accountId, async (tx, account) => {
    assertOwn(account, wish.customerId)
    await write(tx, account.id, wish)
    const when = wish.when === 'now' ? 'secepatnya' : 'pada akhir kontrak'
    const note = `Pelanggan ingin berhenti ${when}. ${wish.reason}`.trim()
    await tellStaff(tx, account, {
      event: 'hosting.decision',
      note,
      step: `ending ${clock.now().toISOString()}`,
    })
  })

/**
 * Takes the wish back; nothing has ended yet.
 *
 * @throws DomainError `hosting.accountNotFound`, `hosting.cannotEnd`
 */
export const keepService = (
  payload: Payload,
  { accountId, customerId }: Pick<EndingWish, 'accountId' | 'customerId'>,
): Promise<void> =>
  withAccount(payload, accountId, async (tx, account) => {
    assertOwn(account, customerId)
    const taken = await write(tx, account.id, null)
    if (taken.length > 0) {
      await tellStaff(tx, account, {
        event: 'hosting.changed',
        note: 'Pelanggan membatalkan permintaan berhenti.',
        step: `keep ${clock.now().toISOString()}`,
      })
    }
  })
