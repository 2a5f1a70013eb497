import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'

import { problemAnswer } from './answers'
import { reportSchema } from './schema'

const params = { token: 'The token that the report came with.' }
const problem = z.strictObject({ problem: problemAnswer })

const told = (description: string) => ({ 200: { description, schema: problem } })

/** What the endpoints of reports say about themselves in the OpenAPI document. */
export const problemDocs = {
  find: {
    answers: told('The report with its thread.'),
    errors: ['problem.notFound'],
    params,
    summary: 'See a problem report',
  },
  reply: {
    answers: told('The report with what was written.'),
    description:
      'Opens a solved report again, while the days for that last. `key` names the press of a button: sent ' +
      'twice with the same words, it is one post.',
    errors: [
      'conversation.badText',
      'conversation.empty',
      'conversation.tooLong',
      'event.guardRefused',
      'problem.notFound',
    ],
    params,
    summary: 'Write to the shop about a report',
  },
  report: {
    answers: {
      201: { description: 'The report; the same one when it was sent before.', schema: problem },
    },
    body: reportSchema,
    description:
      'JSON, or `multipart/form-data` with the same fields and up to three pictures (PNG, JPEG, WebP, 5 MB ' +
      'each) as `screenshots`. Pictures are made anew and seen by the shop alone.',
    errors: [
      'attachment.badType',
      'attachment.broken',
      'attachment.empty',
      'attachment.tooLarge',
      'attachment.tooMany',
      'attachment.tooManyPixels',
      'conversation.badText',
      'conversation.empty',
      'conversation.tooLong',
      'customer.invalidEmail',
      'customer.invalidName',
      'customer.invalidPhone',
      'input.invalid',
      'input.tooLarge',
      'input.tooSlow',
      'problem.badContact',
      'problem.badKind',
      'problem.badOrder',
      'problem.looksAutomatic',
      'problem.phoneNeeded',
    ],
    headers: {
      'Idempotency-Key':
        'Any text of your own, new per report: sent twice with the same words, one report.',
    },
    summary: 'Report a problem',
  },
  solved: {
    answers: told('The report, solved.'),
    errors: ['problem.notFound'],
    params,
    summary: 'Say that a problem is solved',
  },
} as const satisfies Record<string, EndpointDoc>
