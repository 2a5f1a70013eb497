import type { Payload } from 'payload'

import type { QueuedMessage } from '../../notifications'
import type { OpenCase } from '../sweep/scene'
import type { Told } from '../messages'

import { blockService } from '../../hosting'
import { runInTransaction, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { fireCase, openCase } from '../cases/openCase'
import { choiceUrlOf, contractParams, panelUrlOf, toCustomer, toStaff } from '../messages'
import { assertOverdue, customerActor, lockOwn, type OwnOrder } from './lockOwn'

/** What a customer in arrears may choose. */
export type Choice = 'pay' | 'suspend'

/** How a choice was made: what is kept of it. */
export type ChoiceProof = {
  /** Network that it came from. */
  address: string
  /** `web` for our pages, `api` for the headless API. */
  channel: 'api' | 'web'
  /** Version of the text that was shown, such as `2026-11`. */
  textVersion: string
}

const EVENTS = { pay: 'choosePay', suspend: 'chooseSuspend' } as const
const STATES = { pay: 'payChosen', suspend: 'suspendChosen' } as const

const record = async (
  told: Told,
  args: { choice: Choice; opened: OpenCase; proof: ChoiceProof; seen: string | undefined },
): Promise<void> => {
  const { choice, opened, proof, seen } = args
  await fireCase(told.tx, {
    actor: customerActor(told),
    event: EVENTS[choice],
    note: { metadata: { ...proof, amount: told.standing.toBecomeCurrent } },
    opened,
    seen,
    set: sql`chosen_at = ${clock.now().toISOString()}, choice_channel = ${proof.channel},
      choice_text = ${proof.textVersion}, choice_address = ${proof.address}`,
  })
}

const buildNews = async (told: Told, choice: Choice): Promise<QueuedMessage[]> => {
  const chosenAt = clock.now().toISOString()
  const params = contractParams(told, told.standing.toBecomeCurrent)
  const mine = { ...params, choice, choiceUrl: choiceUrlOf(told), chosenAt }
  const theirs = { ...params, choice, url: panelUrlOf(told) }
  return [
    toCustomer(told, { event: 'overdue.chosen', params: mine }, chosenAt),
    ...(await toStaff(told, { event: 'overdue.chosenByCustomer', params: theirs }, chosenAt)),
  ]
}

/**
 * A customer in arrears chooses to pay or to be suspended. The choice is recorded with time, way,
 * network and the version of the text. Whoever chooses to be suspended is wanted off at once; whoever
 * chooses to pay is on again with the money, not before. Choosing the same again changes nothing.
 *
 * @param args.seen State of the case that the page showed; another one is a conflict
 * @throws DomainError `order.notFound`, `overdue.noContract`, `overdue.nothingOverdue`,
 * `transition.conflict`
 */
export const chooseInArrears = (
  payload: Payload,
  args: { choice: Choice; own: OwnOrder; proof: ChoiceProof; seen?: string | undefined },
): Promise<{ state: string }> =>
  runInTransaction(payload, async (tx) => {
    const { choice, own, proof, seen } = args
    const told = await lockOwn(tx, own)
    assertOverdue(told)
    const opened = await openCase(tx, told.scene, told.today)
    if (opened.state === STATES[choice]) {
      return { state: opened.state }
    }
    await record(told, { choice, opened, proof, seen })
    if (choice === 'suspend') {
      await blockService(tx, {
        actor: customerActor(told),
        kind: 'customer_choice',
        orderId: told.scene.orderId,
        reason: 'Dipilih pelanggan pada halaman tunggakan',
      })
    }
    await queueMessages({ messages: await buildNews(told, choice), tx })
    return { state: opened.state }
  })
