import type { Endpoint } from 'payload'

import { z } from 'zod'

import { findCustomerOf } from '../customers'
import {
  defineEndpoint,
  type EndpointCall,
  PRIVATE,
  refuseInWords,
  resolveClientAddress,
} from '../kernel/payload'
import { beginDownload } from './actions/beginDownload'
import { issueLink } from './actions/issueLink'
import { resendAccess } from './actions/resendAccess'
import { revealPassword } from './actions/revealPassword'
import { downloadDocs } from './documentation'
import { hashDevice } from './link'
import { downloadsRuntime } from './runtime'
import { answerFile, answerUnsatisfiable, findRange, openFile } from './serve'

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { headers: PRIVATE, status })

/** The device behind a call, as far as it can be told without asking it to remember anything. */
export const deviceOf = (args: { headers: Headers; secret: string }): string =>
  hashDevice({
    address: resolveClientAddress(args.headers),
    browser: args.headers.get('user-agent') ?? '',
    secret: args.secret,
  })

const deviceOfCall = ({ req }: EndpointCall<unknown>): string =>
  deviceOf({ headers: req.headers, secret: downloadsRuntime.get(req.payload).secret })

const linkBody = z.strictObject({ file: z.uuid('notFound') })

const postLink = async (call: EndpointCall<z.infer<typeof linkBody>>): Promise<Response> => {
  const { body, now, params, req } = call
  const download = await issueLink({
    device: deviceOfCall(call),
    now,
    packageId: body.file,
    payload: req.payload,
    token: params.token ?? '',
  })
  return json({ download })
}

const fetchFile = async (call: EndpointCall<undefined>): Promise<Response> => {
  const { now, params, req } = call
  const { payload } = req
  const isLook = req.method === 'HEAD'
  const use = { device: deviceOfCall(call), now, payload, word: params.word ?? '' }
  const looked = await beginDownload({ ...use, isLook: true })
  const range = findRange(req.headers, looked)
  if (range === 'unsatisfiable') {
    return answerUnsatisfiable(looked)
  }
  // Opened before it is counted: what is not there costs nobody a download.
  const body = isLook ? null : await openFile({ file: looked, payload, range })
  const file = await beginDownload({ ...use, isLook }).catch(async (error: unknown) => {
    await body?.cancel()
    throw error
  })
  return answerFile({ body, file, range })
}

const getFile = refuseInWords(fetchFile)

const revealBody = z.strictObject({ password: z.string('customer.wrongLogin').min(1).max(1_000) })

const postReveal = async (call: EndpointCall<z.infer<typeof revealBody>>): Promise<Response> => {
  const { body, params, req } = call
  const passwords = await revealPassword({
    customer: findCustomerOf(req),
    headers: req.headers,
    password: body.password,
    payload: req.payload,
    token: params.token ?? '',
  })
  return json({ passwords })
}

const postResend = async ({ now, params, req }: EndpointCall<undefined>): Promise<Response> => {
  await resendAccess({ now, payload: req.payload, token: params.token ?? '' })
  return json({ ok: true }, 202)
}

const perAddress = (name: string, limit: number) => ({ limit, name, windowSeconds: 600 })

/** What asks for something by the order's token. */
const askingEndpoints = (options: { rateFactor: number }): Endpoint[] => {
  const post = { access: 'public', method: 'post' } as const
  const path = '/shop/orders/:token/downloads'
  return [
    defineEndpoint(
      {
        ...post,
        body: linkBody,
        doc: downloadDocs.issue,
        handler: postLink,
        path,
        rate: perAddress('downloads.issue', 60),
      },
      options,
    ),
    defineEndpoint(
      {
        ...post,
        body: revealBody,
        doc: downloadDocs.reveal,
        handler: postReveal,
        path: `${path}/password`,
        rate: perAddress('downloads.reveal', 20),
      },
      options,
    ),
    defineEndpoint(
      {
        ...post,
        doc: downloadDocs.resend,
        handler: postResend,
        path: `${path}/resend`,
        rate: perAddress('downloads.resend', 10),
      },
      options,
    ),
  ]
}

/** The headless download API, addressed by the order's token, or by a link that it gave. */
export const createDownloadEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  ...askingEndpoints(options),
  ...(['get', 'head'] as const).map((method) =>
    defineEndpoint(
      {
        access: 'public',
        doc: method === 'get' ? downloadDocs.fetch : downloadDocs.look,
        handler: getFile,
        method,
        path: '/shop/downloads/:word',
        rate: perAddress('downloads.fetch', 300),
      },
      options,
    ),
  ),
]
