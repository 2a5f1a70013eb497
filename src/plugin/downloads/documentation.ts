import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'

import { linkAnswer, passwordsAnswer } from './answers'

const params = { token: 'The token that the placed order came with.' }

const unfetchable = [
  'download.expired',
  'download.limitReached',
  'download.notReady',
  'download.revoked',
] as const

/** What the download endpoints say about themselves in the OpenAPI document. */
export const downloadDocs = {
  fetch: {
    answers: {
      200: { description: 'The encrypted zip (WinZip AES-256).' },
      206: { description: 'The part of it that `Range` asked for.' },
      416: { description: 'The part lies behind the end of the file.' },
    },
    description:
      'The first request of a link counts one download, whatever part it asks for. Requests within the ' +
      'next hour by the same link, or from the same device, resume or repeat it and count nothing.',
    errors: ['download.linkExpired', 'download.linkInvalid', ...unfetchable],
    headers: {
      'If-Range': 'The ETag of the part that is there already.',
      Range: 'One range of bytes.',
    },
    params: { word: 'The last part of the link.' },
    summary: 'Fetch a file',
  },
  issue: {
    answers: {
      200: {
        description: 'The link: good for ten minutes, for this one file.',
        schema: z.strictObject({ download: linkAnswer }),
      },
    },
    description: 'Counts nothing.',
    errors: ['notFound', ...unfetchable],
    params,
    summary: 'Get a link to a file of an order',
  },
  look: {
    answers: { 200: { description: 'Size, name and ETag of the file; it is not counted.' } },
    errors: ['download.linkExpired', 'download.linkInvalid', ...unfetchable],
    params: { word: 'The last part of the link.' },
    summary: 'Look at a file without fetching it',
  },
  resend: {
    answers: {
      202: {
        description: 'Whatever there is to send is on its way.',
        schema: z.strictObject({ ok: z.literal(true) }),
      },
    },
    description:
      'The link goes by mail, the password by WhatsApp, to where the order says. The answer is the same ' +
      'for every token; three times an hour for an order.',
    errors: ['rateLimited'],
    params,
    summary: 'Send the ways to an order’s files once more',
  },
  reveal: {
    answers: { 200: { description: 'The passwords.', schema: passwordsAnswer } },
    description: 'For the logged-in customer who ordered, with the password of his account.',
    errors: ['auth.required', 'customer.wrongLogin', 'download.passwordByWhatsapp', 'rateLimited'],
    params,
    summary: 'See the passwords of an order’s packages',
  },
} as const satisfies Record<string, EndpointDoc>
