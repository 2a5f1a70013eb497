import { z } from 'zod'

import type { SpkFault } from '../template'

import { defineEndpoint, isAdmin, PRIVATE, staffActor } from '../../kernel/payload'
import { askStamp } from '../stamping/askStamp'
import { answerWithPreview } from './answers'
import { handOver, recordOfficialCheck, revealNik, sendChoice } from './desk'
import { defineDeed, type Door, done, idOf, unlimited } from './door'
import { fillDraft } from './fillDraft'
import { issueSpk } from './issue'
import { sendForSignature } from './moveSpk'
import { previewSpk } from './preview'
import { proposeSpk } from './propose'
import { choiceSchema, draftSchema, handOverSchema, officialSchema, plainSchema } from './schema'

/** Every fault with its field, in both languages' order of the pages. */
const refuseDraft = (faults: readonly SpkFault[], locale: 'en' | 'id'): Response =>
  Response.json(
    {
      errors: faults.map(({ code, field, text }) => ({
        code: `spk.draft.${code}`,
        field,
        message: text[locale],
      })),
    },
    { headers: { 'Cache-Control': 'no-store' }, status: 422 },
  )

const proposeDoor = (): Door => {
  const endpoint = defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      body: plainSchema,
      handler: async (call) => {
        const { body, locale, req } = call
        const asked = { actor: staffActor(req), id: idOf(call), seen: body.seen }
        const answer = await proposeSpk(req.payload, asked)
        return answer.faults ? refuseDraft(answer.faults, locale) : done(answer.stepped)
      },
      method: 'post',
      path: '/:id/propose',
    },
    unlimited,
  )
  return {
    ...endpoint,
    custom: { ...endpoint.custom, doors: [{ events: ['propose'], machine: 'spk' }] },
  }
}

const previewDoor = (): Door =>
  defineEndpoint(
    {
      access: (req) => isAdmin({ req }),
      handler: async (call) => {
        const { req } = call
        const bytes = await previewSpk(req.payload, { actor: staffActor(req), id: idOf(call) })
        return answerWithPreview(bytes, 'SPK-DRAF.pdf')
      },
      method: 'get',
      path: '/:id/preview',
    },
    unlimited,
  )

/** From the draft to the document that goes out. */
const createPaperEndpoints = (): Door[] => [
  defineDeed({
    body: draftSchema,
    path: 'draft',
    run: async (payload, { actor, body, id }) =>
      done(await fillDraft(payload, { actor, id, wish: body })),
  }),
  proposeDoor(),
  previewDoor(),
  defineDeed({
    body: plainSchema,
    events: ['issue'],
    path: 'issue',
    run: async (payload, { actor, body, id }) =>
      done(await issueSpk(payload, { actor, id, ...body })),
  }),
  defineDeed({
    body: plainSchema,
    events: ['sendForSignature'],
    path: 'send',
    run: async (payload, { actor, body, id }) =>
      done(await sendForSignature(payload, { actor, id, ...body })),
  }),
  defineDeed({
    body: plainSchema,
    path: 'stamp',
    run: async (payload, { actor, body, id }) =>
      done(await askStamp(payload, { actor, id, ...body })),
  }),
]

/** Whose it is, what was asked elsewhere, and what is shown on record only. */
const createOfficeEndpoints = (): Door[] => [
  defineDeed({
    body: handOverSchema,
    path: 'handover',
    run: async (payload, { actor, body, id }) =>
      done(await handOver(payload, { actor, id, ...body })),
  }),
  defineDeed({
    body: officialSchema,
    path: 'official-check',
    run: async (payload, { actor, body, id }) =>
      done(await recordOfficialCheck(payload, { actor, id, ...body })),
  }),
  defineDeed({
    body: choiceSchema,
    path: 'choice',
    run: async (payload, { actor, body, id }) => {
      await sendChoice(payload, { actor, id, ...body })
      return done({})
    },
  }),
  defineDeed({
    body: z.strictObject({}),
    path: 'nik',
    run: async (payload, { actor, id }) =>
      Response.json({ nik: await revealNik(payload, { actor, id }) }, { headers: PRIVATE }),
  }),
]

/** What is done at the desk: draft, sending, issue, hand-over, and what is looked up. */
export const createDeskEndpoints = (): Door[] => [
  ...createPaperEndpoints(),
  ...createOfficeEndpoints(),
]
