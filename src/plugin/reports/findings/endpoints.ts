import type { Endpoint } from 'payload'

import { z } from 'zod'

import { filesOf, MAX_FORM_BYTES, readAnswer } from '../../attachments'
import {
  defineEndpoint,
  type EndpointCall,
  isAdmin,
  parseInput,
  readFormOrJson,
} from '../../kernel/payload'
import { FINDING } from '../content'
import { addPictures, PICTURES_FIELD, removePicture } from './pictures'

/** Doors are for staff who are logged in: nobody can knock often enough to need a limit. */
const unlimited = { rateFactor: 0 }

type Door = Omit<Endpoint, 'root'>

const idOf = ({ params }: EndpointCall<undefined>): string =>
  parseInput(z.uuid('notFound'), params.id)

const seqOf = ({ params }: EndpointCall<undefined>): number =>
  Number(parseInput(z.string().regex(/^[1-9]\d{0,3}$/, 'notFound'), params.seq))

const add = async (call: EndpointCall<undefined>): Promise<Response> => {
  const { req } = call
  const findingId = idOf(call)
  const { fields, files } = await readFormOrJson(req as unknown as Request, {
    maxBytes: MAX_FORM_BYTES,
    maxMs: 60_000,
  })
  const sent = filesOf(files[PICTURES_FIELD] ?? [])
  await addPictures(req.payload, { caption: fields.caption, files: sent, findingId })
  return Response.json({ ok: true }, { status: 201 })
}

const remove = async (call: EndpointCall<undefined>): Promise<Response> => {
  await removePicture(call.req.payload, { findingId: idOf(call), seq: seqOf(call) })
  return Response.json({ ok: true })
}

const show = (call: EndpointCall<undefined>): Promise<Response> =>
  readAnswer(call.req.payload, { seq: seqOf(call), subject: { id: idOf(call), kind: FINDING } })

const door = (
  method: 'get' | 'post',
  path: string,
  handler: (call: EndpointCall<undefined>) => Promise<Response>,
): Door => defineEndpoint({ access: (req) => isAdmin({ req }), handler, method, path }, unlimited)

/**
 * Below `/api/findings/:id`: `pictures` takes a form with `pictures` and `caption`, `pictures/:seq` shows
 * one, `pictures/:seq/remove` takes it off. Admins and owners, like the findings themselves.
 */
export const createFindingEndpoints = (): Door[] => [
  door('post', '/:id/pictures', add),
  door('post', '/:id/pictures/:seq/remove', remove),
  door('get', '/:id/pictures/:seq', show),
]
