import { z } from 'zod'

import type { ErrorCode } from '../kernel/errors'
import type { EndpointDoc } from '../kernel/payload'

import { spkShape, uploadShape } from './documentationShapes'

const params = {
  file: 'Id of a document; of a part its file, counted from 0.',
  id: 'Id of the upload.',
  link: 'Last part of the link that the customer was sent.',
  offset: 'First byte of the part.',
  token: 'The token that the placed order came with.',
}

const door: ErrorCode[] = ['order.notFound', 'notFound', 'spk.linkEnded']
const proven: ErrorCode[] = [...door, 'spk.codeRequired']
const step: ErrorCode[] = [...proven, 'spk.movedOn', 'event.notAllowed']

const answers = {
  200: { description: 'The agreement as it is now.', schema: z.strictObject({ spk: spkShape }) },
}
const uploadAnswer = {
  description: 'What still has to be sent.',
  schema: z.strictObject({ upload: uploadShape }),
}

const BY_LINK =
  'By a link, with the pass of a code in the cookie `lunas-spk` or the header `x-spk-pass`. '

/** What the endpoints of agreements say about themselves in the OpenAPI document. */
export const spkDocs = {
  beginUpload: {
    answers: { 201: uploadAnswer },
    description: `${BY_LINK}One PDF, or pictures of the pages; \`photo\` only when staff asked for it.`,
    errors: [
      ...proven,
      'event.notAllowed',
      'spk.fileRefused',
      'spk.filesWanted',
      'spk.photosWanted',
    ],
    params,
    summary: 'Begin to send the signed document in parts',
  },
  checkCode: {
    answers: {
      200: {
        description: 'A pass, good for half an hour; also set as a cookie.',
        schema: z.strictObject({
          pass: z.strictObject({ expiresAt: z.iso.datetime(), word: z.string() }),
        }),
      },
    },
    errors: ['notFound', 'spk.linkEnded', 'spk.codeEnded', 'spk.codeWrong'],
    params,
    summary: 'Enter the one-time code of a link',
  },
  confirm: {
    answers,
    description: `${BY_LINK}Only the content whose hash was shown is confirmed.`,
    errors: [...step, 'event.guardRefused'],
    params,
    summary: 'Confirm that the content is right',
  },
  decline: {
    answers,
    description: BY_LINK,
    errors: [...step, 'event.reasonRequired'],
    params,
    summary: 'Decline the agreement',
  },
  find: {
    answers,
    description:
      'Changes nothing. A link alone shows the content, its NIK masked; acting needs a code.',
    errors: door,
    params,
    summary: 'Read the agreement, where it stands and who acts next',
  },
  finishUpload: {
    answers,
    description: `${BY_LINK}Asked again, the answer is the same.`,
    errors: [
      ...proven,
      'event.guardRefused',
      'event.notAllowed',
      'spk.fileRefused',
      'spk.filesWanted',
      'spk.photosWanted',
      'spk.sameFile',
      'spk.uploadIncomplete',
      'transition.conflict',
    ],
    params,
    summary: 'Bring what has been uploaded',
  },
  getUpload: {
    answers: { 200: uploadAnswer },
    description: BY_LINK,
    errors: proven,
    params,
    summary: 'See which parts of an upload are missing',
  },
  remark: {
    answers,
    description: `${BY_LINK}One remark per part; \`field\` is empty for a remark about the whole.`,
    errors: [...step, 'spk.remarkField', 'spk.remarkRequired'],
    params,
    summary: 'Ask for corrections, part by part',
  },
  save: {
    answers: { 200: { description: 'The document, to be saved. That it was taken is logged.' } },
    description: BY_LINK,
    errors: proven,
    params,
    summary: 'Save an own document',
  },
  sendCode: {
    answers: {
      202: {
        description: 'A code is on its way to the e-mail address of the order.',
        schema: z.strictObject({
          code: z.strictObject({ expiresAt: z.iso.datetime(), sentTo: z.string() }),
        }),
      },
    },
    errors: ['notFound', 'spk.linkEnded'],
    params,
    summary: 'Ask for the one-time code of a link',
  },
  sendPart: {
    answers: { 204: { description: 'The part is kept.' } },
    description: `${BY_LINK}The body is the bytes of the part.`,
    errors: [...proven, 'input.tooLarge', 'input.tooSlow', 'spk.uploadBroken'],
    params,
    summary: 'Send one part of an upload',
  },
} as const satisfies Record<string, EndpointDoc>
