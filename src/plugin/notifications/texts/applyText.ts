import type { MessageContent } from '../messages/content'
import type { MessageText } from '../schema'

import { fillPlaceholders, type Placeholder } from './placeholders'

/** One note per line; empty lines are none. */
const splitNotes = (notes: string): string[] =>
  notes
    .split('\n')
    .map((note) => note.trim())
    .filter((note) => note !== '')

/** Puts the shop's own words in place of the catalogue's. Amounts, facts and links stay ours. */
export const applyText = (args: {
  content: MessageContent
  text: MessageText | null
  values: Readonly<Partial<Record<Placeholder, string>>>
}): MessageContent => {
  const { content, text, values } = args
  if (!text) {
    return content
  }
  const own = (words: null | string, ours: string): string =>
    words?.trim() ? fillPlaceholders(words.trim(), values) : ours
  return {
    ...content,
    button: { ...content.button, label: own(text.button, content.button.label) },
    heading: own(text.heading, content.heading),
    intro: own(text.intro, content.intro),
    notes: text.notes?.trim() ? splitNotes(fillPlaceholders(text.notes, values)) : content.notes,
    subject: own(text.subject, content.subject),
  }
}
