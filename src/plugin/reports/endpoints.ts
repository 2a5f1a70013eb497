import type { Endpoint } from 'payload'

import { z } from 'zod'

import { findCustomerOf } from '../customers'
import { toDisposition } from '../kernel/files'
import { defineEndpoint, type EndpointCall, PRIVATE, refuseInWords } from '../kernel/payload'
import { askRetest } from './actions/askRetest'
import { fetchReport } from './actions/fetchReport'
import { issueReportLink } from './actions/issueLink'
import { resendReport } from './actions/resendReport'
import { revealReportPassword } from './actions/revealReportPassword'
import { reportDocs } from './documentation'

const json = (body: unknown, status = 200): Response =>
  Response.json(body, { headers: PRIVATE, status })

const linkBody = z.strictObject({ report: z.uuid('notFound') })

const postLink = async (call: EndpointCall<z.infer<typeof linkBody>>): Promise<Response> => {
  const { body, now, params, req } = call
  const { report: reportId } = body
  const token = params.token ?? ''
  return json({ link: await issueReportLink({ now, payload: req.payload, reportId, token }) })
}

const fetchFile = async ({ now, params, req }: EndpointCall<undefined>): Promise<Response> => {
  const isLook = req.method === 'HEAD'
  const { body, filename, sha256, size } = await fetchReport({
    customer: findCustomerOf(req),
    isLook,
    now,
    payload: req.payload,
    word: params.word ?? '',
  })
  return new Response(body, {
    headers: {
      ...PRIVATE,
      'Content-Disposition': toDisposition(filename),
      'Content-Length': String(size),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': 'application/pdf',
      ETag: `"${sha256}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

const getFile = refuseInWords(fetchFile)

const revealBody = z.strictObject({ password: z.string('customer.wrongLogin').min(1).max(1_000) })

const postReveal = async (call: EndpointCall<z.infer<typeof revealBody>>): Promise<Response> => {
  const { body, params, req } = call
  const passwords = await revealReportPassword({
    customer: findCustomerOf(req),
    headers: req.headers,
    password: body.password,
    payload: req.payload,
    token: params.token ?? '',
  })
  return json({ passwords })
}

const postResend = async ({ now, params, req }: EndpointCall<undefined>): Promise<Response> => {
  await resendReport({ now, payload: req.payload, token: params.token ?? '' })
  return json({ ok: true }, 202)
}

const postRetest = async ({ params, req }: EndpointCall<undefined>): Promise<Response> => {
  await askRetest(req.payload, { item: params.item ?? '', token: params.token ?? '' })
  return json({ ok: true })
}

const perAddress = (name: string, limit: number) => ({ limit, name, windowSeconds: 600 })

const post = { access: 'public', method: 'post' } as const

/** What asks for something by the order's token. */
const askingEndpoints = (options: { rateFactor: number }): Endpoint[] => {
  const order = '/shop/orders/:token'
  return [
    defineEndpoint(
      {
        ...post,
        body: linkBody,
        doc: reportDocs.issue,
        handler: postLink,
        path: `${order}/reports`,
        rate: perAddress('reports.issue', 60),
      },
      options,
    ),
    defineEndpoint(
      {
        ...post,
        doc: reportDocs.resend,
        handler: postResend,
        path: `${order}/reports/resend`,
        rate: perAddress('reports.resend', 10),
      },
      options,
    ),
    defineEndpoint(
      {
        ...post,
        doc: reportDocs.retest,
        handler: postRetest,
        path: `${order}/items/:item/retest`,
        rate: perAddress('reports.retest', 20),
      },
      options,
    ),
  ]
}

const revealEndpoint = (options: { rateFactor: number }): Endpoint =>
  defineEndpoint(
    {
      ...post,
      body: revealBody,
      doc: reportDocs.reveal,
      handler: postReveal,
      path: '/shop/orders/:token/reports/password',
      rate: perAddress('reports.reveal', 20),
    },
    options,
  )

/** The headless API of reports, addressed by the order's token, or by a link that it gave. */
export const createReportEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  ...askingEndpoints(options),
  revealEndpoint(options),
  ...(['get', 'head'] as const).map((method) =>
    defineEndpoint(
      {
        access: 'public',
        doc: method === 'get' ? reportDocs.fetch : reportDocs.look,
        handler: getFile,
        method,
        path: '/shop/reports/:word',
        rate: perAddress('reports.fetch', 120),
      },
      options,
    ),
  ),
]
