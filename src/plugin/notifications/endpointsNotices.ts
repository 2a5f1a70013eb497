import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint, type EndpointCall, isCustomer } from '../kernel/payload'
import { findNotices, markNotices } from './notices'

const PRIVATE = { 'Cache-Control': 'private, no-store' }

const notice = z.object({
  amount: z.object({ label: z.string(), value: z.string() }).optional(),
  at: z.string().meta({ format: 'date-time' }),
  event: z.string(),
  heading: z.string(),
  id: z.uuid(),
  intro: z.string(),
  isRead: z.boolean(),
  link: z.object({ label: z.string(), url: z.url() }),
})

const listAnswer = z.object({
  hasMore: z.boolean(),
  notices: z.array(notice),
  unread: z.int(),
})

const readBody = z.strictObject({
  ids: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(100)]),
  isRead: z.boolean().default(true),
})

const customerOf = ({ req }: EndpointCall<unknown>): string => String(req.user?.id)

const pageOf = ({ req }: EndpointCall<unknown>): number => {
  const typed = new URL(req.url ?? '', 'http://localhost').searchParams.get('page') ?? '1'
  return /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1
}

const getNotices = async (call: EndpointCall<undefined>): Promise<Response> => {
  const { locale, req } = call
  const { payload } = req
  const found = await findNotices({
    customerId: customerOf(call),
    locale,
    page: pageOf(call),
    payload,
  })
  return Response.json(found, { headers: PRIVATE })
}

const postRead = async (call: EndpointCall<z.infer<typeof readBody>>): Promise<Response> => {
  const { body, req } = call
  const { payload } = req
  return Response.json(await markNotices({ customerId: customerOf(call), ...body, payload }), {
    headers: PRIVATE,
  })
}

/** `GET /shop/notices`, `POST /shop/notices/read`: a customer's own list. Customers only. */
export const createNoticeEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: (req) => isCustomer({ req }),
      doc: {
        answers: { 200: { description: 'Newest first, twenty to a page.', schema: listAnswer } },
        description: 'In the language of `Accept-Language`. `?page=` counts from 1.',
        errors: [],
        summary: 'Lists the notices of the customer who is logged in',
      },
      handler: getNotices,
      method: 'get',
      path: '/shop/notices',
    },
    options,
  ),
  defineEndpoint(
    {
      access: (req) => isCustomer({ req }),
      body: readBody,
      doc: {
        answers: {
          200: { description: 'How many are unread now.', schema: z.object({ unread: z.int() }) },
        },
        errors: [],
        summary: 'Marks notices of the customer who is logged in as read, or as unread',
      },
      handler: postRead,
      method: 'post',
      path: '/shop/notices/read',
      rate: { limit: 120, name: 'notices.read', windowSeconds: 60 },
    },
    options,
  ),
]
