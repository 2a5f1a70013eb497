import type {
  CheckedAccount,
  Disburser,
  TransferDraft,
  TransferOutcome,
  TransferStatus,
} from '../../../refunds/port'
import type { DisbursementOptions, DisbursementSettings } from './options'

import { rupiahOf, textOf } from '../answer'
import { BANKS } from './banks'
import { type Answered, callDisbursement } from './call'
import { ABSENT, DONE, findRefusal, findUnheard } from './codes'
import { resolveDisbursement } from './options'

/** How long Duitku takes a signed request (code -960). */
const WINDOW_MS = 300_000

const sayWords = ({ code, words }: Answered, meaning?: string): string =>
  [code, meaning ?? words].filter(Boolean).join(': ')

const rejected = (answer: Answered): TransferOutcome<never> | undefined => {
  const { code } = answer
  const meaning = findRefusal(code) ?? findUnheard(code)
  return meaning === undefined
    ? undefined
    : { code, kind: 'rejected', reason: sayWords(answer, meaning) }
}

/** Whether an answer is about the account and the amount that were asked about. */
const isSame = (
  { json }: Answered,
  { account, amount }: Pick<TransferDraft, 'account' | 'amount'>,
): boolean =>
  textOf({ json, name: 'bankAccount' }) === account &&
  rupiahOf({ json, name: 'amountTransfer' }) === amount

const signedOf = ({ account, amount, bank, purpose }: TransferDraft) => ({
  amountTransfer: String(amount),
  bankAccount: account,
  bankCode: bank,
  purpose,
})

const check = async (
  settings: DisbursementSettings,
  draft: TransferDraft,
): Promise<TransferOutcome<CheckedAccount>> => {
  const answer = await callDisbursement({
    beside: { amountTransfer: draft.amount },
    fields: signedOf(draft),
    now: draft.now,
    operation: 'disbursementInquiry',
    settings,
  })
  if (answer.kind === 'silent') {
    return { kind: 'unavailable', reason: answer.reason }
  }
  const { code, json } = answer
  if (code !== DONE) {
    return rejected(answer) ?? { kind: 'unavailable', reason: sayWords(answer) }
  }
  const holder = textOf({ json, name: 'accountName' }).trim()
  const reference = textOf({ json, name: 'disburseId' })
  if (holder === '' || !/^\d{1,15}$/.test(reference) || !isSame(answer, draft)) {
    return { kind: 'unavailable', reason: 'the answer is not about this account' }
  }
  return {
    kind: 'ok',
    value: { holder, receipt: textOf({ json, name: 'custRefNumber' }), reference },
  }
}

const send = async (
  settings: DisbursementSettings,
  order: CheckedAccount & TransferDraft,
): Promise<TransferOutcome<{ answer: string }>> => {
  const answer = await callDisbursement({
    beside: { amountTransfer: order.amount, disburseId: Number(order.reference) },
    fields: {
      ...signedOf(order),
      accountName: order.holder,
      custRefNumber: order.receipt,
      disburseId: order.reference,
    },
    now: order.now,
    operation: 'disbursementTransfer',
    settings,
  })
  if (answer.kind === 'silent') {
    return { kind: answer.isUnheard ? 'unavailable' : 'unknown', reason: answer.reason }
  }
  return answer.code === DONE
    ? { kind: 'ok', value: { answer: sayWords(answer) } }
    : (rejected(answer) ?? { kind: 'unknown', reason: sayWords(answer) })
}

const stateOf = (code: string): TransferStatus['state'] => {
  if (code === DONE) {
    return 'sent'
  }
  if (code === ABSENT) {
    return 'absent'
  }
  return findRefusal(code) === undefined ? 'pending' : 'refused'
}

const findStatus = async (
  settings: DisbursementSettings,
  order: { reference: string } & Pick<TransferDraft, 'account' | 'amount' | 'now'>,
): Promise<TransferOutcome<TransferStatus>> => {
  const answer = await callDisbursement({
    beside: { disburseId: Number(order.reference) },
    fields: { disburseId: order.reference },
    now: order.now,
    operation: 'disbursementStatus',
    settings,
  })
  if (answer.kind === 'silent') {
    return { kind: 'unavailable', reason: answer.reason }
  }
  const { code, json } = answer
  const unheard = findUnheard(code)
  if (unheard !== undefined) {
    return { kind: 'unavailable', reason: sayWords(answer, unheard) }
  }
  const state = stateOf(code)
  if (state === 'sent' && !isSame(answer, order)) {
    return { kind: 'unknown', reason: 'the answer is about another transfer' }
  }
  const receipt = textOf({ json, name: 'custRefNumber' })
  return { kind: 'ok', value: { answer: sayWords(answer, findRefusal(code)), receipt, state } }
}

/**
 * Connects the port of refunds to Duitku Disbursement, "Transfer Online". Reads neither the clock nor
 * the environment, never throws after start, and never repeats a call by itself.
 */
export const createDuitkuDisburser = (options: DisbursementOptions): Disburser => {
  const settings = resolveDisbursement(options)
  const report = <T>(operation: string, outcome: TransferOutcome<T>): TransferOutcome<T> => {
    if (outcome.kind !== 'ok') {
      const { kind, reason } = outcome
      settings.logger.warn(
        { event: 'duitku.disbursement', kind, operation, reason },
        'Duitku disbursement call failed',
      )
    }
    return outcome
  }
  return {
    banks: BANKS,
    check: async (draft) => report('check', await check(settings, draft)),
    findStatus: async (order) => report('findStatus', await findStatus(settings, order)),
    send: async (order) => report('send', await send(settings, order)),
    windowMs: WINDOW_MS,
  }
}
