import type { Endpoint } from 'payload'

import { z } from 'zod'

import { defineEndpoint, type EndpointCall, parseInput, PRIVATE } from '../kernel/payload'
import { answerPage, doorOf, proofOf, type SpkWay } from './customer/call'
import { uploadSchema } from './customer/schema'
import {
  beginUpload,
  finishUpload,
  getUpload,
  type PublicUpload,
  takePart,
} from './customer/uploads/upload'
import { spkDocs } from './documentation'
import { spkMachine } from './machine'

const answerUpload = (upload: PublicUpload, status = 200): Response =>
  Response.json({ upload }, { headers: PRIVATE, status })

/** Parts of one address: sixty megabytes in halves, and what has to be sent again. */
const PART_RATE = { limit: 600, name: 'spk.part', windowSeconds: 600 }

const BEGIN_RATE = { limit: 60, name: 'spk.begin', windowSeconds: 600 }

const count = z.coerce.number().int().min(0)

const partOf = ({ params }: EndpointCall<unknown>) =>
  parseInput(z.object({ file: count, offset: count }), params)

const idOf = ({ params }: EndpointCall<unknown>): string => params.id ?? ''

const beginEndpoint = (way: SpkWay, options: { rateFactor: number }): Endpoint =>
  defineEndpoint<z.output<typeof uploadSchema>>(
    {
      access: way.access,
      body: uploadSchema,
      doc: spkDocs.beginUpload,
      handler: async (call) => {
        const door = doorOf(call, way)
        return answerUpload(await beginUpload(call.req.payload, { body: call.body, door }), 201)
      },
      method: 'post',
      path: `${way.path}/uploads`,
      rate: BEGIN_RATE,
    },
    options,
  )

const partEndpoint = (way: SpkWay, options: { rateFactor: number }): Endpoint =>
  defineEndpoint<undefined>(
    {
      access: way.access,
      doc: spkDocs.sendPart,
      handler: async (call) => {
        await takePart(call.req.payload, {
          door: doorOf(call, way),
          id: idOf(call),
          part: partOf(call),
          request: call.req as unknown as Request,
        })
        return new Response(null, { headers: PRIVATE, status: 204 })
      },
      method: 'post',
      path: `${way.path}/uploads/:id/:file/:offset`,
      rate: PART_RATE,
    },
    options,
  )

const finishEndpoint = (way: SpkWay, options: { rateFactor: number }): Endpoint => {
  const endpoint = defineEndpoint<undefined>(
    {
      access: way.access,
      doc: spkDocs.finishUpload,
      handler: async (call) => {
        const { payload } = call.req
        const door = doorOf(call, way)
        await finishUpload(payload, { door, id: idOf(call), proof: proofOf(call.req) })
        return answerPage(call, way)
      },
      method: 'post',
      path: `${way.path}/uploads/:id/finish`,
      rate: BEGIN_RATE,
    },
    options,
  )
  const doors = [{ events: ['bringScan', 'bringPhoto'], machine: spkMachine.name }]
  return { ...endpoint, custom: { ...endpoint.custom, doors } }
}

/** Uploads in parts, gone on with after a broken connection. */
export const createUploadEndpoints = (way: SpkWay, options: { rateFactor: number }): Endpoint[] => [
  beginEndpoint(way, options),
  defineEndpoint<undefined>(
    {
      access: way.access,
      doc: spkDocs.getUpload,
      handler: async (call) => {
        const door = doorOf(call, way)
        return answerUpload(await getUpload(call.req.payload, { door, id: idOf(call) }))
      },
      method: 'get',
      path: `${way.path}/uploads/:id`,
      rate: PART_RATE,
    },
    options,
  ),
  partEndpoint(way, options),
  finishEndpoint(way, options),
]
