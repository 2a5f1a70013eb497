import type { Endpoint, PayloadRequest } from 'payload'

import type { z } from 'zod'

import type { SpkDoor, SpkProof } from './customer/door'

import {
  defineEndpoint,
  type EndpointCall,
  type EndpointDoc,
  type NamedRate,
  PRIVATE,
} from '../kernel/payload'
import { askForCorrections, confirmContent, declineSpk } from './customer/answerContent'
import { answerPage, doorOf, proofOf, SPK_WAYS, type SpkWay } from './customer/call'
import { saveDocument } from './customer/saveDocument'
import { codeSchema, confirmSchema, declineSchema, remarksSchema } from './customer/schema'
import { spkDocs } from './documentation'
import { createUploadEndpoints } from './endpointsUpload'
import { checkLinkCode, passCookie, sendLinkCode } from './links'
import { spkMachine } from './machine'
import { createSpkExportEndpoints } from './privacy/endpoints'
import { spkRuntime } from './runtime'

/** Steps of one address; pages and endpoints count together. */
export const SPK_RATE: NamedRate = { limit: 60, name: 'spk.step', windowSeconds: 600 }

/** Codes asked for and entered by one address, whichever link they are for. */
export const CODE_RATE: NamedRate = { limit: 20, name: 'spk.codes', windowSeconds: 600 }

type Step<B> = {
  act: (
    payload: PayloadRequest['payload'],
    step: { body: B; door: SpkDoor; proof: SpkProof },
  ) => Promise<void>
  body: z.ZodType<B>
  doc: EndpointDoc
  events: readonly string[]
  name: string
}

const stepEndpoint = <B>(way: SpkWay, step: Step<B>, options: { rateFactor: number }): Endpoint => {
  const { act, body, doc, events, name } = step
  const endpoint = defineEndpoint<B>(
    {
      access: way.access,
      body,
      doc,
      handler: async (call) => {
        const { req } = call
        await act(req.payload, { body: call.body, door: doorOf(call, way), proof: proofOf(req) })
        return answerPage(call, way)
      },
      method: 'post',
      path: `${way.path}/${name}`,
      rate: SPK_RATE,
    },
    options,
  )
  const doors = [{ events, machine: spkMachine.name }]
  return { ...endpoint, custom: { ...endpoint.custom, doors } }
}

const corrections: Step<z.output<typeof remarksSchema>> = {
  act: askForCorrections,
  body: remarksSchema,
  doc: spkDocs.remark,
  events: ['remark', 'refuseContent'],
  name: 'remarks',
}

const confirmation: Step<z.output<typeof confirmSchema>> = {
  act: confirmContent,
  body: confirmSchema,
  doc: spkDocs.confirm,
  events: ['confirmContent'],
  name: 'confirm',
}

const refusal: Step<z.output<typeof declineSchema>> = {
  act: declineSpk,
  body: declineSchema,
  doc: spkDocs.decline,
  events: ['decline'],
  name: 'decline',
}

const wayEndpoints = (way: SpkWay, options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: way.access,
      doc: spkDocs.find,
      handler: (call: EndpointCall<undefined>) => answerPage(call, way),
      method: 'get',
      path: way.path,
      rate: { limit: 300, name: 'spk.look', windowSeconds: 600 },
    },
    options,
  ),
  stepEndpoint(way, corrections, options),
  stepEndpoint(way, confirmation, options),
  stepEndpoint(way, refusal, options),
  defineEndpoint(
    {
      access: way.access,
      doc: spkDocs.save,
      handler: (call: EndpointCall<undefined>) =>
        saveDocument(call.req.payload, {
          door: doorOf(call, way),
          fileId: call.params.file ?? '',
        }),
      method: 'post',
      path: `${way.path}/documents/:file`,
      rate: SPK_RATE,
    },
    options,
  ),
  ...createUploadEndpoints(way, options),
]

const postCode = async ({ params, req }: EndpointCall<undefined>): Promise<Response> => {
  const { expiresAt, sentTo } = await sendLinkCode(req.payload, params.link ?? '')
  return Response.json({ code: { expiresAt, sentTo } }, { headers: PRIVATE, status: 202 })
}

const cookieHeader = (cookie: ReturnType<typeof passCookie>): string =>
  [
    `${cookie.name}=${cookie.value}`,
    `Expires=${cookie.expires.toUTCString()}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    ...(cookie.secure ? ['Secure'] : []),
  ].join('; ')

const postCodeCheck = async (
  call: EndpointCall<z.output<typeof codeSchema>>,
): Promise<Response> => {
  const { body, params, req } = call
  const pass = await checkLinkCode(req.payload, { code: body.code, word: params.link ?? '' })
  const { serverUrl } = spkRuntime.get(req.payload)
  const headers = { ...PRIVATE, 'Set-Cookie': cookieHeader(passCookie({ ...pass, serverUrl })) }
  return Response.json({ pass }, { headers })
}

const codeEndpoints = (options: { rateFactor: number }): Endpoint[] => {
  const shared = { access: 'public', method: 'post', rate: CODE_RATE } as const
  const path = '/shop/spk/:link/code'
  return [
    defineEndpoint({ ...shared, doc: spkDocs.sendCode, handler: postCode, path }, options),
    defineEndpoint(
      {
        ...shared,
        body: codeSchema,
        doc: spkDocs.checkCode,
        handler: postCodeCheck,
        path: `${path}/check`,
      },
      options,
    ),
  ]
}

/** What customers do about their agreement: by their own order when signed in, or by a link. */
export const createSpkEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  ...SPK_WAYS.flatMap((way) => wayEndpoints(way, options)),
  ...codeEndpoints(options),
  ...createSpkExportEndpoints(options),
]
