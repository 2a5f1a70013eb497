import type { Payload } from 'payload'

import type { Disburser, TransferStatus } from '../port'
import type { FoundTransfer } from './lockTransfer'

import { sql, statementsOn, SYSTEM } from '../../kernel/payload'
import { retryLater } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { refundsRuntime } from '../runtime'
import { findTransfer } from './lockTransfer'
import { finishTransfer } from './moveTransfer'
import { askLater, claim, noteTaken, type Noted, refuse, release, settle } from './notes'
import { buildPurpose, hasLapsed } from './rules'

type Step = { disburser: Disburser } & Noted

const RETRY_MS = 30_000

const draftOf = ({ account, amount, bank, number }: FoundTransfer, now: Date) => ({
  account,
  amount,
  bank,
  now,
  purpose: buildPurpose(number),
})

const check = async (step: Step): Promise<void> => {
  const { disburser, transfer } = step
  const found = await disburser.check(draftOf(transfer, clock.now()))
  switch (found.kind) {
    case 'ok': {
      const { holder, receipt, reference } = found.value
      const set = sql`holder = ${holder}, receipt = ${receipt}, reference = ${reference}`
      return settle(step, { event: 'check', set })
    }
    case 'rejected':
      return refuse(step, found.reason)
    default:
      // Moves no money, so it may be asked as often as it takes.
      throw retryLater({ afterMs: RETRY_MS, reason: found.reason })
  }
}

const follow = (step: Step, status: TransferStatus, sentAt: Date): Promise<void> => {
  const { answer, receipt, state } = status
  const { windowMs } = step.disburser
  switch (state) {
    case 'sent':
      return settle(step, {
        event: 'arrive',
        set: sql`answer = ${answer}, receipt = coalesce(nullif(${receipt}, ''), receipt)`,
        then: (tx, transfer) => finishTransfer(tx, { actor: SYSTEM, transfer }),
      })
    case 'refused':
      return refuse(step, answer)
    case 'absent':
      return !step.transfer.isTaken && hasLapsed({ now: clock.now(), sentAt, windowMs })
        ? refuse(step, answer)
        : askLater(step, answer)
    case 'pending':
      return askLater(step, answer)
  }
}

/** What the service itself says decides, whatever it answered when the order was given. */
const ask = async (step: Step, sentAt: Date): Promise<void> => {
  const { disburser, transfer } = step
  const { account, amount, reference } = transfer
  const order = { account, amount, now: clock.now(), reference: reference ?? '' }
  const said = await disburser.findStatus(order)
  return said.kind === 'ok' ? follow(step, said.value, sentAt) : askLater(step, said.reason)
}

const send = async (step: Step): Promise<void> => {
  const { disburser, transfer } = step
  const now = clock.now()
  if (!(await claim(step, now))) {
    return ask(step, transfer.sentAt ?? now)
  }
  const { holder, receipt, reference } = transfer
  const checked = { holder: holder ?? '', receipt: receipt ?? '', reference: reference ?? '' }
  const given = await disburser.send({ ...draftOf(transfer, now), ...checked })
  switch (given.kind) {
    case 'rejected':
      return refuse(step, given.reason)
    case 'unavailable':
      await release(step)
      throw retryLater({ afterMs: RETRY_MS, reason: given.reason })
    case 'ok':
      await noteTaken(step)
      return ask({ ...step, transfer: { ...transfer, isTaken: true } }, now)
    case 'unknown':
      return ask(step, now)
  }
}

/**
 * Carries a transfer one step further: looks the account up, gives the order once, or asks what became
 * of it. Speaks to the service outside of any transaction. Does nothing for a transfer that waits for a
 * person or has ended. Safe to run any number of times, and to be killed anywhere.
 */
export const runTransfer = async (payload: Payload, transferId: string): Promise<void> => {
  const { disburser } = refundsRuntime.get(payload)
  const transfer = await findTransfer(statementsOn(payload), transferId)
  if (!transfer) {
    return
  }
  if (!disburser) {
    throw retryLater({ afterMs: RETRY_MS, reason: 'the disbursement is switched off' })
  }
  const step = { disburser, payload, transfer }
  switch (transfer.state) {
    case 'checking':
      return check(step)
    case 'sending':
      return send(step)
    case 'unsure':
      return transfer.sentAt ? ask(step, transfer.sentAt) : undefined
    default:
      return undefined
  }
}
