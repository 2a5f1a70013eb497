import type { Payload } from 'payload'

import type { TaskContext } from '../../kernel/queue'
import type { Notification } from '../schema'

import { runInTransaction, type Tx } from '../../kernel/payload'
import { addJob, jobPriority } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { findChoice } from '../choices/choices'
import { messageCatalogue } from '../messages'
import { notificationsRuntime } from '../runtime'
import { raiseAlarm } from './alarm'
import { classifyMailFault } from './classify'
import { claimNotification, endAttemptAlone } from './desk'
import { fallBackToMail } from './fallBack'
import { endAttempt, type Ending } from './ledger'
import { sendChat } from './sendChat'
import { sendMail } from './sendMail'
import { confirmJob, deliverJob } from './jobs'

/** How long the vendor has to report a message that may have got through. */
const CONFIRM_AFTER_MS = 15 * 60_000

/** Whether the reason still holds, and whether the recipient still wants to hear of it. */
export const isStillWanted = async (args: {
  notification: Notification
  payload: Payload
}): Promise<boolean> => {
  const { notification, payload } = args
  const { event, recipientAddress: address } = notification
  const check = notificationsRuntime.get(payload).stillWanted?.[event]
  if (check && !(await check({ notification, payload }))) {
    return false
  }
  return (
    messageCatalogue[event].isLegalNotice || (await findChoice({ address, payload })).wantsOptional
  )
}

type Attempt = { ending: Ending; error?: unknown }

const attempt = async (args: {
  context: TaskContext
  notification: Notification
}): Promise<Attempt> => {
  const { context, notification } = args
  const { payload } = context
  try {
    if (!(await isStillWanted({ notification, payload }))) {
      return { ending: { state: 'dropped' } }
    }
    const send = notification.channel === 'whatsapp' ? sendChat : sendMail
    return { ending: await send({ notification, payload }) }
  } catch (error) {
    const { permanent, reason } = classifyMailFault(error)
    return permanent
      ? { ending: { error: reason, state: 'dead' } }
      : { ending: { error: reason, state: 'queued' }, error }
  }
}

/** Nothing is tried for ever: after the last attempt a person has to look. */
const limitAttempts = (
  args: { context: TaskContext; notification: Notification } & Attempt,
): Attempt => {
  const { context, ending, error, notification } = args
  const tries = Math.max(context.attempt, notification.attempts)
  return ending.state === 'queued' && tries >= context.maxAttempts
    ? { ending: { error: ending.error, state: 'dead' } }
    : { ending, error }
}

const addLater = (tx: Tx, id: string, runAt: Date): Promise<void> =>
  addJob({
    input: { id },
    key: `deliver:${id}`,
    priority: jobPriority.mail,
    runAt,
    task: deliverJob,
    tx,
  })

/** What follows from an ending on WhatsApp commits with it. */
const noteChatEnding = (args: {
  ending: Ending
  notification: Notification
  payload: Payload
}): Promise<void> =>
  runInTransaction(args.payload, async (tx) => {
    const { ending, notification } = args
    const { id } = notification
    if (!(await endAttempt({ ending, notification, tx }))) {
      return
    }
    const now = clock.now().getTime()
    if (ending.state === 'dead') {
      await fallBackToMail(tx, id)
    } else if (ending.state === 'unknown') {
      const runAt = new Date(now + CONFIRM_AFTER_MS)
      await addJob({ input: { id }, priority: jobPriority.mail, runAt, task: confirmJob, tx })
    } else if (ending.state === 'queued' && ending.waitMs !== undefined) {
      await addLater(tx, id, new Date(now + ending.waitMs))
    }
  })

/** An e-mail is the last way: who is not reached by it has to be told by a person. */
const noteDeadMail = (args: {
  ending: Extract<Ending, { error: string }>
  notification: Notification
  payload: Payload
}): Promise<void> =>
  runInTransaction(args.payload, async (tx) => {
    const { ending, notification } = args
    if (await endAttempt({ ending, notification, tx })) {
      await raiseAlarm({ notification, reason: ending.error, tx })
    }
  })

const note = (args: {
  ending: Ending
  notification: Notification
  payload: Payload
}): Promise<void> => {
  const { ending, notification } = args
  if (notification.channel === 'whatsapp') {
    return noteChatEnding(args)
  }
  return ending.state === 'dead' ? noteDeadMail({ ...args, ending }) : endAttemptAlone(args)
}

/**
 * Delivers one message: takes it in hand, asks whether its reason still holds, renders, sends, notes
 * the ending. What may pass is thrown on, so that the queue tries again.
 */
export const deliver = async (args: { context: TaskContext; id: string }): Promise<void> => {
  const { context, id } = args
  const { payload } = context
  const notification = await claimNotification({ id, payload })
  if (!notification) {
    return
  }
  const tried = await attempt({ context, notification })
  const { ending, error } = limitAttempts({ ...tried, context, notification })
  await note({ ending, notification, payload })
  if (ending.state === 'dead') {
    payload.logger.error({ msg: `Message ${id} (${notification.event}) is undeliverable` })
  }
  if (ending.state === 'queued' && ending.waitMs === undefined) {
    throw error instanceof Error ? error : new Error(ending.error)
  }
}
