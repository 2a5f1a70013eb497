import { headers } from 'next/headers'
import { cache } from 'react'

import { filesOf } from '@/plugin/attachments'
import { postInput } from '@/plugin/conversations'
import { parseInput } from '@/plugin/kernel/payload'
import {
  findOrderProblems,
  findPublicProblem,
  type OrderProblem,
  type PublicProblem,
  replyAsCustomer,
  REPLY_RATE,
  REPORT_RATE,
  reportProblem,
  resolveAsCustomer,
  takeToken,
} from '@/plugin/problems'

import { findVisitor } from '../account/visitor'
import { getShop } from '../shop'
import type { PostForm, ReportForm } from './parse'

export { PROBLEM_KINDS } from '@/plugin/problems'
export type { OrderProblem, PublicProblem } from '@/plugin/problems'

/** The report behind a link, or null. */
export const findProblem = cache(async (token: string): Promise<null | PublicProblem> =>
  findPublicProblem({ payload: await getShop(), token }),
)

/** The reports about an order. */
export const findProblemsOf = async (token: string): Promise<OrderProblem[]> =>
  findOrderProblems({ payload: await getShop(), token })

/** Takes a report; answers the token of its page. */
export const report = async (form: ReportForm): Promise<string> => {
  const payload = await getShop()
  await takeToken({ headers: await headers(), payload, rate: REPORT_RATE })
  const visitor = await findVisitor()
  const { screenshots: _, ...fields } = form.values
  const { token } = await reportProblem({
    customerId: visitor?.id,
    idempotencyKey: form.key || undefined,
    input: { ...fields, orderToken: form.orderToken },
    locale: form.locale,
    payload,
    pictures: filesOf(form.pictures),
  })
  return token
}

/** Writes what the customer has to say. */
export const say = async ({ body, key, token }: PostForm): Promise<void> => {
  const payload = await getShop()
  await takeToken({ headers: await headers(), payload, rate: REPLY_RATE })
  await replyAsCustomer(payload, { ...parseInput(postInput, { body, key }), token })
}

/** The customer says that it is solved. */
export const sayItIsSolved = async (token: string): Promise<void> => {
  const payload = await getShop()
  await takeToken({ headers: await headers(), payload, rate: REPLY_RATE })
  await resolveAsCustomer(payload, token)
}
