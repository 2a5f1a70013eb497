import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'

import { reportLinkAnswer, reportPasswordsAnswer } from './answers'

const params = { token: 'The token that the placed order came with.' }

const unfetchable = ['report.expired', 'report.notReady', 'report.withdrawn'] as const

const ok = z.strictObject({ ok: z.literal(true) })

/** What the report endpoints say about themselves in the OpenAPI document. */
export const reportDocs = {
  fetch: {
    answers: { 200: { description: 'The PDF, encrypted with AES-256.' } },
    description:
      'Who fetched it, and when, stands in the access log of the order; once for a link.',
    errors: ['report.linkExpired', 'report.linkInvalid', ...unfetchable],
    params: { word: 'The last part of the link.' },
    summary: 'Fetch a security report',
  },
  issue: {
    answers: {
      200: {
        description: 'The link: good for ten minutes, for this one report.',
        schema: z.strictObject({ link: reportLinkAnswer }),
      },
    },
    errors: ['notFound', ...unfetchable],
    params,
    summary: 'Get a link to a report of an order',
  },
  look: {
    answers: { 200: { description: 'Size and name of the report; it is not written down.' } },
    errors: ['report.linkExpired', 'report.linkInvalid', ...unfetchable],
    params: { word: 'The last part of the link.' },
    summary: 'Look at a report without fetching it',
  },
  resend: {
    answers: { 202: { description: 'Whatever there is to send is on its way.', schema: ok } },
    description:
      'The way to the report goes by mail, the password by WhatsApp, to where the order says. The ' +
      'answer is the same for every token; three times an hour for an order.',
    errors: ['rateLimited'],
    params,
    summary: 'Send the ways to an order’s reports once more',
  },
  retest: {
    answers: { 200: { description: 'It is asked for, now or already.', schema: ok } },
    description: 'As often as the shop has promised, within the days of the follow-up.',
    errors: ['notFound', 'event.notAllowed', 'report.retestOver', 'report.retestUsed'],
    params: { ...params, item: 'The id of the order’s item.' },
    summary: 'Ask to have what was mended looked at again',
  },
  reveal: {
    answers: { 200: { description: 'The passwords.', schema: reportPasswordsAnswer } },
    description: 'For the logged-in customer who ordered, with the password of his account.',
    errors: ['auth.required', 'customer.wrongLogin', 'report.passwordByWhatsapp', 'rateLimited'],
    params,
    summary: 'See the passwords of an order’s reports',
  },
} as const satisfies Record<string, EndpointDoc>
