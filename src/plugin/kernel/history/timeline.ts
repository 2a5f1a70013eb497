import type { Labels } from '../errors'
import type { Machine } from '../machine'
import type { SQL } from '../payload'

/** What a line of an order's timeline is about, for whoever looks for one thing only. */
export type TimelineTopic = 'message' | 'money' | 'talk' | 'work'

/** Rows of one feature whose moves are part of an order's timeline. */
export type TimelineSource = {
  /**
   * How such rows begin, where that is no move: its words, and a select of `id`, `at`, `actor` and
   * `reason` of the rows of order `o`.
   */
  begun?: { label: Labels; select: SQL }
  /** What such a row is called there. */
  label: Labels
  /** The tables of moves of such rows. */
  machines: readonly Machine[]
  /** Selects the ids of the rows of one order as text; `o` is the order. */
  subjects: SQL
  /** Under which kind of subject people write to each other about such a row, if they do. */
  thread?: string
  topic: Exclude<TimelineTopic, 'message'>
}
