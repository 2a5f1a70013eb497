import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  PayloadRequest,
  UploadConfig,
} from 'payload'

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { toFileName } from '../../kernel/files'
import {
  answerMissingFile,
  clampLimit,
  isEditor,
  newId,
  nobody,
  refuseInHook,
  type Slugs,
  sql,
  statementsOf,
  textField,
} from '../../kernel/payload'

/** Folder of the files of releases, below the store's own. */
export const RELEASES_FOLDER = 'releases'

type Upload = NonNullable<PayloadRequest['file']>

const endingOf = (name: string): string => /\.[a-z0-9]{1,10}$/i.exec(name)?.[0].toLowerCase() ?? ''

/** Plain letters of the name, so that the panel's lists can be read, and an id, so that it is its own. */
const toStoredName = (name: string): string => {
  const ending = endingOf(name)
  const stem = name
    .slice(0, name.length - ending.length)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
  return `${stem}-${newId()}${ending}`.replace(/-{2,}/g, '-').replace(/^-/, '')
}

/** Under what the request remembers how the uploader called the file. */
const GIVEN = 'lunasFileName'

/** Stored under a name of ours: what the uploader called it is a fact about it, never a path. */
const takeFile =
  (maxBytes: number): CollectionBeforeOperationHook =>
  ({ args, operation, req }) => {
    const { file } = req
    if (!file || (operation !== 'create' && operation !== 'update')) {
      return args
    }
    const name = toFileName(file.name)
    if (operation === 'update') {
      refuseInHook({ code: 'releaseFile.fixed', req })
    }
    if (file.size === 0) {
      refuseInHook({ code: 'releaseFile.empty', details: { field: 'file', name }, req })
    }
    if (file.size > maxBytes) {
      refuseInHook({ code: 'input.tooLarge', details: { field: 'file', limit: maxBytes }, req })
    }
    req.context[GIVEN] = name
    file.name = toStoredName(name)
    return args
  }

const hashFile = async (file: Upload): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(
    file.tempFilePath ? createReadStream(file.tempFilePath) : Readable.from([file.data]),
    hash,
  )
  return hash.digest('hex')
}

/** The facts of a file are measured, never told. */
const measure: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const { file } = req
  const before = (originalDoc ?? {}) as { name?: string; sha256?: string }
  const facts =
    operation === 'create' && file
      ? { name: String(req.context[GIVEN] ?? file.name), sha256: await hashFile(file) }
      : { name: before.name, sha256: before.sha256 }
  return { ...data, ...facts } as unknown
}

/** What a release names stays. */
const keepUsed: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const rows = await statementsOf(req).rows(
    sql`select 1 from releases_rels where release_files_id::text = ${String(id)} limit 1`,
  )
  if (rows.length > 0) {
    refuseInHook({ code: 'releaseFile.fixed', req })
  }
}

/** Staff look at it by saving it: never opened as a page of the shop. */
const hardenHeaders: UploadConfig['modifyResponseHeaders'] = ({ headers }) => {
  headers.set('Cache-Control', 'private, no-store')
  headers.set('Content-Disposition', 'attachment')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  headers.set('X-Content-Type-Options', 'nosniff')
  return headers
}

const uploadOf = (staticDir: string): UploadConfig => ({
  // Templates are made of pages and scripts.
  allowRestrictedFileTypes: true,
  crop: false,
  displayPreview: false,
  focalPoint: false,
  handlers: [answerMissingFile(staticDir)],
  modifyResponseHeaders: hardenHeaders,
  pasteURL: false,
  staticDir,
})

const told = { access: { create: nobody, update: nobody } }

/** The files of releases, in private storage: staff keep them, buyers get them inside packages only. */
export const createReleaseFilesCollection = (args: {
  folder: string
  maxFileBytes: number
  slugs: Slugs
}): CollectionConfig => ({
  slug: args.slugs.releaseFiles,
  access: { create: isEditor, delete: isEditor, read: isEditor, update: isEditor },
  admin: {
    defaultColumns: ['name', 'filesize', 'sha256', 'createdAt'],
    description: {
      en: 'Files of releases, in private storage. Buyers never reach them but in their package.',
      id: 'Berkas rilis di penyimpanan privat. Pembeli hanya menerimanya di dalam paket.',
    },
    group: { en: 'Catalogue', id: 'Katalog' },
    hideAPIURL: true,
    useAsTitle: 'name',
  },
  dbName: 'release_files',
  defaultSort: '-createdAt',
  disableBulkEdit: true,
  disableDuplicate: true,
  fields: [
    textField('name', { en: 'Name', id: 'Nama' }, { ...told, admin: { readOnly: true } }),
    textField('sha256', 'SHA-256', { ...told, admin: { readOnly: true } }),
  ],
  hooks: {
    beforeChange: [measure],
    beforeDelete: [keepUsed],
    beforeOperation: [clampLimit, takeFile(args.maxFileBytes)],
  },
  labels: {
    plural: { en: 'Release files', id: 'Berkas rilis' },
    singular: { en: 'Release file', id: 'Berkas rilis' },
  },
  lockDocuments: false,
  upload: uploadOf(path.join(args.folder, RELEASES_FOLDER)),
})
