import { z } from 'zod'

import { hostingMachine } from './accounts/machine'
import { OBSERVED_WORDS, WANTED_WORDS } from './accounts/words'
import { BLOCKER_KINDS } from './blockers/machine'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [Extract<keyof T, string>, ...Extract<keyof T, string>[]])

const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])
const instant = z.iso.datetime()

const question = z.enum(['access', 'notes', 'power', 'rackUnits', 'system'])

const service = z
  .strictObject({
    byHand: z.boolean().describe('Whether people make and switch it.'),
    canSignOn: z.boolean(),
    domain: orNull(z.string()).describe('ASCII (RFC 5891).'),
    ending: orNull(
      z.strictObject({
        askedAt: instant,
        when: z.enum(['end', 'now']),
      }),
    ),
    endsOn: orNull(z.iso.date()),
    exportUntil: orNull(z.iso.date()).describe(
      'Last day on which its data can be fetched, once its end is decided.',
    ),
    facts: z.record(z.string(), z.string()),
    hasSecrets: z.boolean().describe('Whether credentials wait to be shown, once.'),
    hosts: z.array(z.string()),
    id: z.uuid(),
    kind: z.string(),
    needs: orNull(
      z.strictObject({
        domain: z.enum(['none', 'optional', 'required']),
        questions: z.array(question),
      }),
    ).describe('What `create` wants to know; null when it is no time for it.'),
    observed: keysOf(OBSERVED_WORDS),
    observedAt: orNull(instant),
    obstacles: z.array(z.enum(['agreement', 'firstPayment'])),
    order: z.strictObject({ number: z.string(), token: z.string() }),
    reasons: z.array(keysOf(BLOCKER_KINDS)),
    region: orNull(z.string()),
    renewal: orNull(z.strictObject({ token: z.string() })),
    regions: z.array(z.string()),
    request: z.record(z.string(), z.union([z.number(), z.string()])),
    state: keysOf(hostingMachine.states),
    title: z.string(),
    trouble: orNull(
      z.union([
        z.strictObject({ kind: z.literal('correct'), reason: z.string() }),
        z.strictObject({ kind: z.literal('retrying'), nextTryAt: orNull(instant) }),
        z.strictObject({ kind: z.literal('waiting') }),
      ]),
    ),
    updatedAt: instant,
    wanted: keysOf(WANTED_WORDS),
  })
  .meta({ id: 'HostingService' })

const params = { id: 'The id of the service.' }
const one = z.strictObject({ service })

/** What the endpoints of services say about themselves in the OpenAPI document. */
export const hostingDocs = {
  create: {
    answers: { 202: { description: 'It is being made; look again.', schema: one } },
    body: z.strictObject({
      domain: z.string().optional(),
      region: z.string().optional(),
      request: z
        .strictObject({
          access: z.string().optional(),
          notes: z.string().optional(),
          power: z.string().optional(),
          rackUnits: z.int().min(1).max(48).optional(),
          system: z.string().optional(),
        })
        .optional(),
    }),
    description:
      'Once the SPK is confirmed and the first payment is in. Which fields are wanted stands in `needs`.',
    errors: [
      'event.notAllowed',
      'hosting.accountNotFound',
      'hosting.answerRequired',
      'hosting.badDomain',
      'hosting.domainForeign',
      'hosting.domainRequired',
      'hosting.domainTaken',
      'hosting.rackUnits',
      'hosting.regionUnknown',
    ],
    params,
    summary: 'Have a service made',
  },
  find: {
    answers: { 200: { description: 'The service.', schema: one } },
    description: 'Only services of who is signed in.',
    errors: ['hosting.accountNotFound'],
    params,
    summary: 'Read a service',
  },
  list: {
    answers: {
      200: {
        description: 'The services of who is signed in, the newest first.',
        schema: z.strictObject({ services: z.array(service) }),
      },
    },
    description: 'Only services of who is signed in.',
    errors: [],
    params: {},
    summary: 'List services',
  },
  secrets: {
    answers: {
      200: {
        description: 'What opens the service. It is forgotten with this answer.',
        schema: z.strictObject({ secrets: z.record(z.string(), z.string()) }),
      },
    },
    description: 'Answers once for each service.',
    errors: ['hosting.accountNotFound', 'hosting.noSecrets'],
    params,
    summary: 'Show the credentials of a service, once',
  },
  signOn: {
    answers: {
      200: {
        description: 'An address that opens the panel, for minutes.',
        schema: z.strictObject({ url: z.url() }),
      },
    },
    description: 'Where the kind of server has such a way.',
    errors: ['hosting.accountNotFound', 'hosting.noSignOn'],
    params,
    summary: 'Open the panel of a service',
  },
} as const
