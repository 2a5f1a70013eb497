import type { Payload } from 'payload'

import type { MessageParams, Notification } from '../schema'

import { notificationsRuntime, type Reveal } from '../runtime'

/** A message with what must not lie in the outbox: for whoever sends it, in this very moment. */
export const revealMessage = async (args: {
  notification: Notification
  payload: Payload
}): Promise<Notification> => {
  const { notification, payload } = args
  const { event, params } = notification
  // A row's event and its parameters were written together; here the compiler sees only their unions.
  const reveal = notificationsRuntime.get(payload).reveal?.[event] as Reveal<never> | undefined
  return reveal
    ? {
        ...notification,
        params: (await reveal({ params: params as never, payload })) as MessageParams<typeof event>,
      }
    : notification
}
