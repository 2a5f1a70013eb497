import { env } from '@/config/env'
import {
  CHOSEN_CHANNELS,
  type ChosenChannel,
  findChoice,
  type MessageChoice,
  readOptOut,
  saveChoice,
} from '@/plugin/notifications'

import { getShop } from '../shop'
import { findVisitor } from './visitor'

export type { MessageChoice }

const isChannel = (value: unknown): value is ChosenChannel =>
  CHOSEN_CHANNELS.some((channel) => channel === value)

/** What the owner of this address has chosen to hear, and where. */
export const findOwnChoice = async (address: string): Promise<MessageChoice> =>
  findChoice({ address, payload: await getShop() })

/** Keeps what the visitor has chosen. A visitor whose session has ended changes nothing. */
export const saveOwnChoice = async (typed: {
  channel: unknown
  wantsOptional: boolean
}): Promise<boolean> => {
  const customer = await findVisitor()
  if (!customer || !isChannel(typed.channel)) {
    return false
  }
  const choice = { channel: typed.channel, wantsOptional: typed.wantsOptional }
  await saveChoice({ address: customer.email, choice, payload: await getShop() })
  return true
}

/** The address that the link of a mail is about; undefined when we did not make it. Changes nothing. */
export const findLinkedAddress = (token: string): string | undefined =>
  readOptOut({ secret: env.PAYLOAD_SECRET, token })

/** Switches optional messages to the linked address off, or on again. */
export const saveLinkedChoice = async (args: {
  token: string
  wantsOptional: boolean
}): Promise<boolean> => {
  const address = findLinkedAddress(args.token)
  if (address === undefined) {
    return false
  }
  const choice = { wantsOptional: args.wantsOptional }
  await saveChoice({ address, choice, payload: await getShop() })
  return true
}
