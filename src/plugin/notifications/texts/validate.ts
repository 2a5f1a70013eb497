import type { Validate } from 'payload'

import { resolvePanelLocale } from '../../kernel/payload'
import { isNotificationEvent, messageCatalogue } from '../messages'
import { findBadPlaceholders, type Placeholder, PLACEHOLDERS } from './placeholders'

type Words = { event?: unknown }

const TEXT = {
  en: {
    bad: (bad: string, known: string) =>
      `${bad} is no placeholder of this message. It has ${known}.`,
    event: 'Choose the message whose words you want to change.',
    long: (most: number) => `At most ${most} characters.`,
  },
  id: {
    bad: (bad: string, known: string) => `${bad} bukan isian pesan ini. Yang tersedia: ${known}.`,
    event: 'Pilih pesan yang teksnya ingin Anda ubah.',
    long: (most: number) => `Paling banyak ${most} karakter.`,
  },
}

/** An event that the catalogue does not know has no words to change. */
export const refuseUnknownEvent: Validate<string> = (value, { req }) =>
  isNotificationEvent(value) || TEXT[resolvePanelLocale(req.i18n.language)].event

const knownTo = (words: Words): readonly Placeholder[] =>
  isNotificationEvent(words.event)
    ? messageCatalogue[words.event].placeholders
    : (Object.keys(PLACEHOLDERS) as Placeholder[])

/** Refuses a text that is too long, or has blanks that nothing would fill. */
export const refuseBadPlaceholders =
  (maxLength: number): Validate<string, Words> =>
  (value, { data, req }) => {
    if (typeof value !== 'string') {
      return true
    }
    const text = TEXT[resolvePanelLocale(req.i18n.language)]
    if (value.length > maxLength) {
      return text.long(maxLength)
    }
    const known = knownTo(data)
    const bad = findBadPlaceholders(value, known)
    return bad.length === 0 || text.bad(bad.join(', '), known.map((name) => `{${name}}`).join(', '))
  }
