import { z } from 'zod'

import { MAX_POST } from './limits'

/** What no text holds: control characters but tab and line feed. */
const CONTROL = /[^\P{Cc}\t\n]/u

/** Line ends of every system become one. */
const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/**
 * A text of several lines that somebody types to somebody. Keeps line breaks; refuses control
 * characters, NUL and half surrogates, which are typed by nobody.
 */
export const postBody = z
  .string('conversation.badText')
  .max(MAX_POST * 4, 'conversation.tooLong')
  .transform(tidy)
  .pipe(
    z
      .string()
      .min(1, 'conversation.empty')
      .max(MAX_POST, 'conversation.tooLong')
      .refine((text) => !CONTROL.test(text) && text.isWellFormed(), 'conversation.badText'),
  )

/** What names one press of a button. */
export const postKey = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w-]+$/)

/** What is posted to the door of a subject: the words, and the name of this press. */
export const postInput = z.strictObject({ body: postBody, key: postKey })

/** What a thread is about. */
export type Subject = { id: string; kind: string }

/** Who writes; `staffId` of a member of staff. */
export type Author =
  | { kind: 'customer'; name: string }
  | { kind: 'staff'; name: string; staffId: string }
  | { kind: 'system' }

/** One post of a thread. */
export type Post = {
  authorKind: Author['kind']
  authorName: string
  body: string
  /** ISO instant. */
  createdAt: string
  id: string
  /** Counts from 1 within the thread. */
  seq: number
}
