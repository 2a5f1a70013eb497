import { defineDeed, type Door, done } from './door'
import { acceptSignature, askPhoto, rejectSignature } from './review'
import { acceptSchema, photoSchema, rejectSchema } from './schema'

/** What staff make of what came back. */
export const createReviewEndpoints = (): Door[] => [
  defineDeed({
    body: acceptSchema,
    events: ['accept', 'acceptForStamp', 'vouch'],
    path: 'accept',
    run: async (payload, { actor, body, id }) =>
      done(await acceptSignature(payload, { actor, id, wish: body })),
  }),
  defineDeed({
    body: rejectSchema,
    events: ['rejectSignature'],
    path: 'reject',
    run: async (payload, { actor, body, id }) =>
      done(await rejectSignature(payload, { actor, id, ...body })),
  }),
  defineDeed({
    body: photoSchema,
    events: ['askPhoto'],
    path: 'photo',
    run: async (payload, { actor, body, id }) =>
      done(await askPhoto(payload, { actor, id, ...body })),
  }),
]
