import { z } from 'zod'

import { isStorable } from '../../kernel/text'

/** What a kind of service has to know before it is made. */
export type ServiceNeeds = {
  /** Whether it is reached by a name that the customer chooses. */
  domain: 'none' | 'optional' | 'required'
  /** Questions of the guided request, in the order in which they are asked; none when it is made at once. */
  questions: readonly QuestionName[]
}

/** What is asked of whoever wants a machine of his own. */
export type QuestionName = 'access' | 'notes' | 'power' | 'rackUnits' | 'system'

/** What each kind of hosting has to know. */
export const SERVICE_NEEDS: Readonly<Record<string, ServiceNeeds>> = {
  'cloud-server': { domain: 'required', questions: [] },
  colocation: { domain: 'none', questions: ['rackUnits', 'power', 'access', 'notes'] },
  'dedicated-server': { domain: 'optional', questions: ['system', 'access', 'notes'] },
  vps: { domain: 'required', questions: [] },
}

const answer = (most: number) =>
  z
    .string('hosting.answerRequired')
    .trim()
    .max(most, 'hosting.answerTooLong')
    .refine(isStorable, 'input.invalid')

const needed = (most: number) => answer(most).min(1, 'hosting.answerRequired')

const QUESTIONS = {
  access: needed(1_000),
  notes: answer(1_000).default(''),
  power: needed(60),
  rackUnits: z.coerce
    .number('hosting.rackUnits')
    .pipe(z.int('hosting.rackUnits').min(1, 'hosting.rackUnits').max(48, 'hosting.rackUnits')),
  system: needed(120),
} satisfies Record<QuestionName, z.ZodType>

/** What a customer says who has a service made. */
export const buildServiceSchema = (kind: string) => {
  const { questions } = SERVICE_NEEDS[kind] ?? { questions: [] }
  return z.strictObject({
    domain: z.string('hosting.domainRequired').trim().max(500, 'hosting.badDomain').default(''),
    region: z.string().trim().max(60, 'hosting.answerTooLong').default(''),
    request: z
      .strictObject(Object.fromEntries(questions.map((name) => [name, QUESTIONS[name]])))
      .prefault({}),
  })
}
