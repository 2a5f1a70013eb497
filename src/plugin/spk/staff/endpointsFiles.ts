import { z } from 'zod'

import {
  defineEndpoint,
  type EndpointCall,
  isAdmin,
  parseInput,
  readFormOrJson,
  staffActor,
} from '../../kernel/payload'
import { INSPECT_LIMITS } from '../inspect'
import { type Door, done, idOf, unlimited, withDoors } from './door'
import { sentSeenSchema } from './schema'
import { downloadFile, showIssuedPage, showPicture } from './show'
import { BROUGHT_KINDS, bringFile } from './uploads'
import { DomainError } from '../../kernel/errors'

/** The form around a file. */
const FORM_BYTES = 100_000

const bringSchema = sentSeenSchema.extend({ as: z.enum(BROUGHT_KINDS) })

const bring = async (call: EndpointCall<undefined>): Promise<Response> => {
  const { req } = call
  const { fields, files } = await readFormOrJson(req as unknown as Request, {
    maxBytes: INSPECT_LIMITS.fileBytes + FORM_BYTES,
    maxMs: 120_000,
  })
  const { as, ...seen } = parseInput(bringSchema, fields)
  const [file] = files.file ?? []
  if (!file) {
    throw new DomainError('spk.fileRequired', { field: 'file' })
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const asked = { actor: staffActor(req), id: idOf(call), seen }
  return done(await bringFile(req.payload, { ...asked, as, bytes }))
}

const bringDoor = (): Door =>
  withDoors(
    defineEndpoint(
      { access: (req) => isAdmin({ req }), handler: bring, method: 'post', path: '/:id/files' },
      unlimited,
    ),
    ['bringStamp', 'bringScan', 'bringPhoto', 'bringFinal'],
  )

const look = (path: string, answer: (call: EndpointCall<undefined>) => Promise<Response>): Door =>
  defineEndpoint(
    { access: (req) => isAdmin({ req }), handler: answer, method: 'get', path: `/:id/${path}` },
    unlimited,
  )

const fileIdOf = ({ params }: EndpointCall<undefined>): string =>
  parseInput(z.uuid('notFound'), params.file)

const pageNumber = z.coerce.number('notFound').pipe(z.int('notFound').min(1, 'notFound'))

/** Files of an agreement: brought, saved, looked at. */
export const createFileEndpoints = (): Door[] => [
  bringDoor(),
  look('files/:file', (call) =>
    downloadFile(call.req.payload, {
      actor: staffActor(call.req),
      fileId: fileIdOf(call),
      id: idOf(call),
    }),
  ),
  look('pictures/:file', (call) =>
    showPicture(call.req.payload, {
      actor: staffActor(call.req),
      fileId: fileIdOf(call),
      id: idOf(call),
    }),
  ),
  look('issued/:page', (call) =>
    showIssuedPage(call.req.payload, {
      actor: staffActor(call.req),
      id: idOf(call),
      page: parseInput(pageNumber, call.params.page),
    }),
  ),
]
