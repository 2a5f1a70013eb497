import type { CollectionSlug, UploadConfig } from 'payload'

import { stat } from 'node:fs/promises'
import path from 'node:path'

type FileHandler = NonNullable<UploadConfig['handlers']>[number]

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )

const notThere = (): Response =>
  Response.json({ errors: [{ code: 'notFound', message: 'No such file.' }] }, { status: 404 })

/**
 * Handler of a collection of files in a folder. Payload answers 500 for a file that is not there, to
 * whoever may ask for one; this says 404, also of whatever lies outside of the folder. Payload asks
 * here as well for what a browser has put into a store by itself (in a POST or PATCH): a folder is no
 * such store, and files in one have a handler there.
 */
export const answerMissingFile = (staticDir: string): FileHandler => {
  const folder = path.resolve(staticDir)
  const answer = async (filename: string): Promise<null | Response> => {
    const file = path.resolve(folder, filename)
    return file.startsWith(folder + path.sep) && (await isThere(file)) ? null : notThere()
  }
  return (req, { params }) => {
    const { upload: settings } = req.payload.collections[params.collection as CollectionSlug].config
    // Null means "go on", which Payload's type does not say.
    return settings.disableLocalStorage || req.method !== 'GET'
      ? undefined
      : (answer(params.filename) as Promise<Response>)
  }
}
