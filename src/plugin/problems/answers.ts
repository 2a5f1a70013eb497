import { z } from 'zod'

import type { PublicProblem } from './queries/findPublicProblem'

import { problemMachine } from './machine'
import { PROBLEM_KINDS, type ProblemKind, type ProblemState } from './rules'

const instant = z.iso.datetime({ offset: true })
const labels = z.strictObject({ en: z.string(), id: z.string() })
const state = z.enum(Object.keys(problemMachine.states) as [ProblemState, ...ProblemState[]])
const what = z.enum(Object.keys(PROBLEM_KINDS) as [ProblemKind, ...ProblemKind[]])

const postAnswer = z.strictObject({
  authorKind: z.enum(['customer', 'staff', 'system']),
  authorName: z.string(),
  body: z.string().describe('Plain text with line breaks.'),
  createdAt: instant,
  seq: z.int().min(1),
})

/** A report as `GET /shop/problems/:token` answers it. */
export const problemAnswer: z.ZodType<PublicProblem> = z
  .strictObject({
    canReply: z.boolean().describe('Whether something may still be written.'),
    label: labels.describe('Where it stands, for people to read.'),
    number: z.string().describe('For people, such as M-000123.'),
    pictures: z.int().min(0).describe('How many pictures came with it; they are not shown again.'),
    posts: z.array(postAnswer).describe('The thread, the oldest first.'),
    reopenUntil: instant.exactOptional().describe('Until when a solved report can be reopened.'),
    replyBy: instant.exactOptional().describe('By when the shop answers.'),
    reportedAt: instant,
    state,
    token: z.string().describe('Address of the report; whoever knows it may see and answer it.'),
    url: z.url().describe('Page of the report on our own storefront.'),
    what,
    whatLabel: labels,
  })
  .meta({ id: 'Problem' })
