import type { Endpoint } from 'payload'

import type { z } from 'zod'

import type { PublicProblem } from './queries/findPublicProblem'

import { filesOf, MAX_FORM_BYTES } from '../attachments'
import { postInput } from '../conversations'
import { DomainError } from '../kernel/errors'
import {
  defineEndpoint,
  type EndpointCall,
  isCustomer,
  PRIVATE,
  readFormOrJson,
} from '../kernel/payload'
import { REPLY_RATE, REPORT_RATE } from './actions/limits'
import { replyAsCustomer, resolveAsCustomer } from './actions/replyAsCustomer'
import { PICTURES_FIELD, reportProblem } from './actions/reportProblem'
import { problemDocs } from './documentation'
import { findPublicProblem } from './queries/findPublicProblem'

const tokenOf = ({ params }: EndpointCall<unknown>): string => params.token ?? ''

const getProblem = async (
  { req }: EndpointCall<unknown>,
  token: string,
): Promise<PublicProblem> => {
  const problem = await findPublicProblem({ payload: req.payload, token })
  if (!problem) {
    throw new DomainError('problem.notFound')
  }
  return problem
}

const answer = async (
  call: EndpointCall<unknown>,
  { status = 200, token = tokenOf(call) }: { status?: number; token?: string } = {},
): Promise<Response> =>
  Response.json({ problem: await getProblem(call, token) }, { headers: PRIVATE, status })

const postReport = async (call: EndpointCall<undefined>): Promise<Response> => {
  const { locale, req } = call
  const { fields, files } = await readFormOrJson(req as unknown as Request, {
    maxBytes: MAX_FORM_BYTES,
    maxMs: 60_000,
  })
  const { token } = await reportProblem({
    customerId: isCustomer({ req }) ? String(req.user?.id) : undefined,
    idempotencyKey: req.headers.get('idempotency-key')?.slice(0, 200),
    input: fields,
    locale,
    payload: req.payload,
    pictures: filesOf(files[PICTURES_FIELD] ?? []),
  })
  return answer(call, { status: 201, token })
}

const postReply = async (call: EndpointCall<z.infer<typeof postInput>>): Promise<Response> => {
  await replyAsCustomer(call.req.payload, { ...call.body, token: tokenOf(call) })
  return answer(call)
}

const postSolved = async (call: EndpointCall<undefined>): Promise<Response> => {
  await resolveAsCustomer(call.req.payload, tokenOf(call))
  return answer(call)
}

const PATH = '/shop/problems/:token'
const open = { access: 'public' } as const

/** What customers do with reports, each addressed by its unguessable token. */
export const createProblemEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      ...open,
      doc: problemDocs.report,
      handler: postReport,
      method: 'post',
      path: '/shop/problems',
      rate: REPORT_RATE,
    },
    options,
  ),
  defineEndpoint(
    { ...open, doc: problemDocs.find, handler: (call) => answer(call), method: 'get', path: PATH },
    options,
  ),
  defineEndpoint(
    {
      ...open,
      body: postInput,
      doc: problemDocs.reply,
      handler: postReply,
      method: 'post',
      path: `${PATH}/posts`,
      rate: REPLY_RATE,
    },
    options,
  ),
  defineEndpoint(
    {
      ...open,
      doc: problemDocs.solved,
      handler: postSolved,
      method: 'post',
      path: `${PATH}/solved`,
      rate: REPLY_RATE,
    },
    options,
  ),
]
