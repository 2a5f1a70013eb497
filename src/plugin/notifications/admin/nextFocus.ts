import type { NotificationState } from '../states'

/** Where the page's heading stands: the place to begin again when no message is left. */
export const HEADING_ID = 'lunas-by-hand'

/** The element of a message's button. */
export const buttonIdOf = (deed: 'open' | 'sent', id: string): string => `lunas-${deed}-${id}`

/**
 * The element on which a person goes on after a deed. Having opened one: the next that nobody has
 * opened, else the word that this one was sent. Having sent one: its neighbour, since it vanishes.
 */
export const findNextFocus = (args: {
  deed: 'open' | 'sent'
  id: string
  rows: readonly { id: string; state: NotificationState }[]
}): string => {
  const { deed, id, rows } = args
  const at = rows.findIndex((row) => row.id === id)
  if (deed === 'open') {
    const next = rows.slice(at + 1).find(({ state }) => state === 'manual')
    return next ? buttonIdOf('open', next.id) : buttonIdOf('sent', id)
  }
  const neighbour = rows[at + 1] ?? rows[at - 1]
  return neighbour ? buttonIdOf('open', neighbour.id) : HEADING_ID
}
