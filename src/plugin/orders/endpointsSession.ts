import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { PublicOrder } from './publicOrder'

import {
  bookingMachine,
  findTimes,
  getCalendarFile,
  itemOfOrder,
  pickTime,
  reasonText,
  startsAtText,
} from '../booking'
import { DomainError } from '../kernel/errors'
import { defineEndpoint, type EndpointCall, isRowId, PRIVATE, type SQL } from '../kernel/payload'
import { sessionDocs } from './documentationSession'
import { findPublicOrder } from './queries/findPublicOrder'
import { isToken } from '../kernel/text'

/** The item that the address names; what is not written like one is not found. */
const whereOf = ({ params }: EndpointCall<unknown>): SQL => {
  const { item = '', token = '' } = params
  if (!isToken(token) || !isRowId(item)) {
    throw new DomainError('notFound')
  }
  return itemOfOrder({ item, token })
}

const getTimes = async (call: EndpointCall<undefined>): Promise<Response> => {
  const times = await findTimes(call.req.payload, whereOf(call))
  return Response.json({ times: times.map((at) => at.toISOString()) }, { headers: PRIVATE })
}

const getFile = async (call: EndpointCall<undefined>): Promise<Response> =>
  new Response(await getCalendarFile(call.req.payload, whereOf(call)), {
    headers: {
      ...PRIVATE,
      'Content-Disposition': 'attachment; filename="sesi.ics"',
      'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'X-Content-Type-Options': 'nosniff',
    },
  })

const pickBody = z.strictObject({ reason: reasonText.optional(), startsAt: startsAtText })

const postPick = async (call: EndpointCall<z.output<typeof pickBody>>): Promise<Response> => {
  const { body, params, req } = call
  await pickTime(req.payload, { ...body, where: whereOf(call) })
  const order: null | PublicOrder = await findPublicOrder({
    payload: req.payload,
    token: params.token ?? '',
  })
  return Response.json({ order }, { headers: PRIVATE })
}

/** What a customer does about the session that he has bought: see times, pick one, keep it in a calendar. */
export const createSessionEndpoints = (options: { rateFactor: number }): Endpoint[] => {
  const path = '/shop/orders/:token/items/:item'
  const look = { access: 'public', method: 'get' } as const
  const pick = defineEndpoint(
    {
      access: 'public',
      body: pickBody,
      doc: sessionDocs.pick,
      handler: postPick,
      method: 'post',
      path: `${path}/session`,
      rate: { limit: 30, name: 'sessions.pick', windowSeconds: 600 },
    },
    options,
  )
  return [
    defineEndpoint(
      {
        ...look,
        doc: sessionDocs.times,
        handler: getTimes,
        path: `${path}/times`,
        rate: { limit: 120, name: 'sessions.times', windowSeconds: 600 },
      },
      options,
    ),
    defineEndpoint(
      { ...look, doc: sessionDocs.file, handler: getFile, path: `${path}/session.ics` },
      options,
    ),
    {
      ...pick,
      custom: { ...pick.custom, doors: [{ events: ['move'], machine: bookingMachine.name }] },
    },
  ]
}
