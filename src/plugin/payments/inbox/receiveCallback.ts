import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import type { GatewayCallback } from '../port'

import {
  defineStatement,
  type Filled,
  newId,
  queryRows,
  sql,
  withRetries,
} from '../../kernel/payload'
import { addJobSql, wakeWorkers } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { paymentsRuntime } from '../runtime'
import { settleTask } from '../settle/task'

/** A callback as it came over HTTP. */
export type ReceivedRequest = { contentType: null | string; method: string; rawBody: string }

/** The answer: 200 keeps, 4xx refuses, 5xx asks the gateway to send again. */
export type CallbackAnswer = { body: string; status: number }

/** An index row holds no more; unsigned fields can be of any length. */
const LONGEST_KEY = 200

/** Duitku signs neither result nor reference, so all of them make the key of one event. */
const keyOf = ({ amount, merchantOrderId, reference, resultCode }: GatewayCallback): string => {
  const key = ['duitku', merchantOrderId, amount, reference, resultCode].join('|')
  return key.length <= LONGEST_KEY
    ? key
    : ['duitku', merchantOrderId, createHash('sha256').update(key).digest('hex')].join('|')
}

/** One statement, so event and job exist together or not at all; a duplicate inserts neither. */
const KEEP = defineStatement<
  { at: string; channel: null | string; fields: string; id: string; key: string } & Pick<
    GatewayCallback,
    'amount' | 'merchantOrderId' | 'reference' | 'resultCode' | 'scheme'
  >
>(
  (value) => sql`with received as (
    insert into payment_events (id, key, merchant_order_id, amount, reference, result_code, channel,
      scheme, fields, created_at, updated_at)
    values (${value('id')}, ${value('key')}, ${value('merchantOrderId')}, ${value('amount')},
      ${value('reference')}, ${value('resultCode')}, ${value('channel')},
      ${value('scheme')}, ${value('fields')}::jsonb, ${value('at')}, ${value('at')})
    on conflict (key) do nothing returning merchant_order_id as id)
    select ${addJobSql({
      announce: false,
      input: sql`json_build_object('merchantOrderId', received.id)`,
      key: sql`'settle:' || received.id`,
      task: settleTask,
    })} from received`,
)

const keep = (callback: GatewayCallback): Filled => {
  const { amount, merchantOrderId, reference, resultCode, scheme } = callback
  return KEEP({
    amount,
    at: clock.now().toISOString(),
    channel: callback.channel ?? null,
    fields: JSON.stringify(callback.fields),
    id: newId(),
    key: keyOf(callback),
    merchantOrderId,
    reference,
    resultCode,
    scheme,
  })
}

/**
 * Takes a callback in: signature first, then one statement that keeps it and queues the settling.
 * A duplicate is 200, a bad signature 4xx, a database that is away 5xx (Duitku sends up to five times).
 */
export const receiveCallback = async (args: {
  payload: Payload
  request: ReceivedRequest
}): Promise<CallbackAnswer> => {
  const { payload, request } = args
  const verdict = paymentsRuntime.get(payload).gateway.verifyCallback(request)
  if (verdict.kind === 'refused') {
    return { body: verdict.code, status: verdict.status }
  }
  try {
    const added = await withRetries(() => queryRows(payload, keep(verdict.callback)))
    if (added.length > 0) {
      wakeWorkers(payload)
    }
    return { body: 'SUCCESS', status: 200 }
  } catch (error) {
    payload.logger.error({ err: error, msg: 'A genuine callback could not be kept' })
    return { body: 'TRY AGAIN', status: 503 }
  }
}
