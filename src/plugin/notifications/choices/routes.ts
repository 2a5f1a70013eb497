import type { ChatChannelId } from '../port'
import type { MessageDefinition } from '../messages'
import type { NotificationChannel } from '../schema'
import type { MessageChoice } from './choices'

/** By what a message travels. */
export type Way = Exclude<NotificationChannel, 'inApp'>

/** What decides the way. */
export type RouteFacts = {
  /** The shop's way into WhatsApp. */
  chat: ChatChannelId
  choice: MessageChoice
  definition: Pick<MessageDefinition, 'alsoChat' | 'audience' | 'channels' | 'isLegalNotice'>
  /** Whether there is a number to write to. */
  hasPhone: boolean
}

/** What comes beside the e-mail of a legal notice goes as an optional message would. */
const BESIDE = { audience: 'customer', isLegalNotice: false } as const

/**
 * By which ways one message goes to one person. Legal notices always go by e-mail, which both sides
 * can keep; one that asks its reader to act (`alsoChat`) goes by WhatsApp, too, unless he wants no such
 * messages. Else two ways at once are only for those who chose both. A person has to press the button at
 * `wa.me`, so that way is taken for those alone who asked for WhatsApp.
 */
export const resolveWays = (facts: RouteFacts): Way[] => {
  const { chat, choice, definition, hasPhone } = facts
  if (definition.alsoChat) {
    const beside = { ...BESIDE, channels: definition.channels }
    const chosen = resolveWays({ ...facts, definition: beside })
    return chosen.includes('whatsapp') ? ['email', 'whatsapp'] : ['email']
  }
  if (definition.isLegalNotice || definition.audience === 'staff') {
    return ['email']
  }
  if (!choice.wantsOptional) {
    return []
  }
  const mayChat = hasPhone && definition.channels.includes('whatsapp')
  const wantsChat = choice.channel === 'whatsapp' || choice.channel === 'both'
  if (!mayChat || choice.channel === 'email' || (chat === 'wa.me' && !wantsChat)) {
    return ['email']
  }
  if (choice.channel === 'both') {
    return ['email', 'whatsapp']
  }
  return choice.channel === 'whatsapp' || definition.channels[0] === 'whatsapp'
    ? ['whatsapp']
    : ['email']
}

const WIB_OFFSET_MS = 7 * 3_600_000
const HOUR_MS = 3_600_000
/** Nobody's telephone rings for us before eight or after eight: facts of the trade, WIB hours. */
const OPEN = { from: 8, until: 20 }

/** Since when telephones may ring today; undefined at night. */
export const findRingingSince = (now: Date): Date | undefined => {
  const dayMs = 24 * HOUR_MS
  const opening = now.getTime() - ((now.getTime() + WIB_OFFSET_MS) % dayMs) + OPEN.from * HOUR_MS
  return resolveRingAt(now) <= now ? new Date(opening) : undefined
}

/** When a message may ring: now, within the hours of the day, or at the next eight o'clock WIB. */
export const resolveRingAt = (now: Date): Date => {
  const local = now.getTime() + WIB_OFFSET_MS
  const midnight = local - (local % (24 * HOUR_MS))
  const hour = (local - midnight) / HOUR_MS
  if (hour >= OPEN.from && hour < OPEN.until) {
    return now
  }
  const day = hour < OPEN.from ? 0 : 24
  return new Date(midnight + (day + OPEN.from) * HOUR_MS - WIB_OFFSET_MS)
}
