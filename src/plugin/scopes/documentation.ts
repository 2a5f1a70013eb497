import { z } from 'zod'

import type { EndpointDoc } from '../kernel/payload'

import { scopeAnswer } from './answers'

const params = {
  item: 'The `id` of an item of the order.',
  token: 'The token that the placed order came with.',
}

const scope = (description: string) => ({
  description,
  schema: z.strictObject({ scope: scopeAnswer }),
})

/** What the endpoints for scopes say about themselves in the OpenAPI document. */
export const scopeDocs = {
  look: {
    answers: { 202: scope('A worker looks now; ask for the scope again in a few seconds.') },
    description:
      'The TXT record and the file are looked for, in either place the value to the letter. Names are ' +
      'resolved once and must lead to public addresses only; redirects are not followed; 5 seconds and ' +
      '4 kB at most. The shop also looks again by itself until the code expires.',
    errors: ['notFound', 'scope.alreadyProven', 'scope.notSubmitted', 'scope.proofExpired'],
    params,
    summary: 'Have the proof of the domain looked for',
  },
  read: {
    answers: { 200: scope('The scope as it stands now.') },
    errors: ['notFound', 'scope.notPaid'],
    params,
    summary: 'See the scope of a bought analysis',
  },
  renew: {
    answers: { 200: scope('The scope with the code that counts.') },
    description: 'Changes nothing while the code has not expired.',
    errors: ['notFound', 'scope.alreadyProven', 'scope.notSubmitted'],
    params,
    summary: 'Get a new code in place of an expired one',
  },
  submit: {
    answers: { 200: scope('The scope as it stands now.') },
    description:
      'Writes the scope and authorises it, and once more until it is agreed on. The same twice changes ' +
      'nothing; another domain voids the proof of the one before.',
    errors: [
      'notFound',
      'scope.badDomain',
      'scope.badText',
      'scope.closed',
      'scope.domainIsAddress',
      'scope.domainReserved',
      'scope.domainSingleLabel',
      'scope.domainWithMore',
      'scope.foreignHost',
      'scope.notAuthorised',
      'scope.notPaid',
      'scope.ownShop',
      'scope.required',
      'scope.textChanged',
      'scope.tooLong',
      'scope.tooManyHosts',
    ],
    params,
    summary: 'Write and authorise the scope of an analysis',
  },
} as const satisfies Record<string, EndpointDoc>
