import type { Payload } from 'payload'

import { DomainError } from '../../kernel/errors'
import { statementsOn } from '../../kernel/payload'
import { answerWithFile, fileNameOf } from '../papers/files'
import { noteLook } from '../papers/looks'
import { findOffered } from '../queries/spkPage'
import { enterProven, lookerOf, type SpkDoor } from './door'

/**
 * A document of his own for a customer, saved by the browser; that he took it goes on record first.
 *
 * @throws DomainError `notFound` for what is not offered to him, and what the door refuses
 */
export const saveDocument = async (
  payload: Payload,
  { door, fileId }: { door: SpkDoor; fileId: string },
): Promise<Response> => {
  const entrance = await enterProven(payload, door)
  const { scene } = entrance
  const file = findOffered(scene).find(({ id }) => id === fileId)
  if (!file) {
    throw new DomainError('notFound')
  }
  await noteLook(statementsOn(payload), {
    by: lookerOf(entrance),
    file: file.id,
    spkId: scene.id,
    what: 'downloaded',
  })
  return answerWithFile(payload, { ...file, filename: fileNameOf(scene, file) })
}
