import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  CollectionSlug,
  ImageSize,
  UploadConfig,
} from 'payload'

import { stat } from 'node:fs/promises'
import path from 'node:path'

import {
  anyone,
  clampLimit,
  isEditor,
  keepCreatedAt,
  refuseInHook,
  type Slugs,
} from '../kernel/payload'

/** Where pictures are kept. */
export type MediaOptions = {
  slugs: Slugs
  /** Folder of the files, outside `public`. */
  staticDir?: string
}

const LARGEST_SIDE = 2560
const MAX_PIXELS = 50_000_000

const size = (args: {
  format: 'jpeg' | 'webp'
  height: number
  name: string
  width: number
}): ImageSize => ({
  name: args.name,
  formatOptions: { format: args.format, options: { quality: 80 } },
  height: args.height,
  position: 'centre',
  width: args.width,
})

/** A picture is only ever a picture: no sniffing, no scripts, no embedding as a page. */
const hardenHeaders: UploadConfig['modifyResponseHeaders'] = ({ headers }) => {
  headers.set('Cache-Control', 'public, max-age=86400, stale-while-revalidate=604800')
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
  headers.set('X-Content-Type-Options', 'nosniff')
  return headers
}

type FileHandler = NonNullable<UploadConfig['handlers']>[number]

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    (found) => found.isFile(),
    () => false,
  )

/**
 * Payload answers 500 for a picture that is not there, to whoever asks for one. It also asks here for
 * what a browser has put into a store by itself (in a POST or PATCH); a folder is no such store.
 */
const answerMissing = (staticDir: string): FileHandler => {
  const folder = path.resolve(staticDir)
  const answer = async (filename: string): Promise<null | Response> => {
    const file = path.resolve(folder, filename)
    return file.startsWith(folder + path.sep) && (await isThere(file))
      ? null
      : Response.json(
          { errors: [{ code: 'notFound', message: 'No such picture.' }] },
          { status: 404 },
        )
  }
  return (req, { params }) => {
    const { upload: settings } = req.payload.collections[params.collection as CollectionSlug].config
    // Null means "go on", which Payload's type does not say. Files elsewhere have a handler there.
    return settings.disableLocalStorage || req.method !== 'GET'
      ? undefined
      : (answer(params.filename) as Promise<Response>)
  }
}

const upload = (staticDir: string): UploadConfig => ({
  adminThumbnail: 'card',
  constructorOptions: { limitInputPixels: MAX_PIXELS },
  focalPoint: true,
  handlers: [answerMissing(staticDir)],
  imageSizes: [
    size({ name: 'card', format: 'webp', height: 480, width: 640 }),
    size({ name: 'page', format: 'webp', height: 900, width: 1200 }),
    size({ name: 'og', format: 'jpeg', height: 630, width: 1200 }),
  ],
  mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
  modifyResponseHeaders: hardenHeaders,
  pasteURL: false,
  resizeOptions: {
    fit: 'inside',
    height: LARGEST_SIDE,
    width: LARGEST_SIDE,
    withoutEnlargement: true,
  },
  staticDir,
})

/** Pictures from a camera are smaller; the server's own limit is that of larger things. */
const MAX_BYTES = 10_000_000

const refuseLarge: CollectionBeforeOperationHook = ({ args, req }) => {
  if ((req.file?.size ?? 0) > MAX_BYTES) {
    refuseInHook({ code: 'input.tooLarge', details: { field: 'file', limit: MAX_BYTES }, req })
  }
  return args
}

/** What Payload measures of a file, and would also take from whoever writes its description. */
const MEASURED = ['filesize', 'height', 'sizes', 'thumbnailURL', 'width']

/** Where the eye should rest, in percent of width and height. */
const FOCUS = ['focalX', 'focalY']

const isPercentage = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= 100

const isTellable = ([path, value]: [string, unknown]): boolean => {
  const [name = ''] = path.split('.')
  return !MEASURED.includes(name) && (!FOCUS.includes(name) || isPercentage(value))
}

/** The facts of a file are measured, never told. */
const keepMeasures: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (req.payloadAPI === 'local' || (operation !== 'create' && operation !== 'update')) {
    return args
  }
  const { data } = args as { data?: unknown }
  return typeof data === 'object' && data !== null
    ? ({
        ...args,
        data: Object.fromEntries(Object.entries(data).filter(isTellable)),
      } as typeof args)
    : args
}

/** Pictures of products and pages. The public sees them; editors keep them. */
export const createMediaCollection = (options: MediaOptions): CollectionConfig => ({
  slug: options.slugs.media,
  access: { create: isEditor, delete: isEditor, read: anyone, update: isEditor },
  admin: {
    defaultColumns: ['filename', 'alt', 'updatedAt'],
    enableListViewSelectAPI: true,
    group: { en: 'Catalogue', id: 'Katalog' },
    hideAPIURL: true,
    useAsTitle: 'alt',
  },
  dbName: 'media',
  defaultSort: '-createdAt',
  fields: [
    {
      name: 'alt',
      type: 'text',
      admin: {
        description: {
          en: 'What the picture shows, for those who cannot see it.',
          id: 'Apa yang tampak pada gambar, bagi yang tidak dapat melihatnya.',
        },
      },
      label: { en: 'Description of the picture', id: 'Keterangan gambar' },
      localized: true,
      maxLength: 250,
      required: true,
    },
  ],
  hooks: {
    beforeChange: [keepCreatedAt],
    beforeOperation: [clampLimit, refuseLarge, keepMeasures],
  },
  labels: {
    plural: { en: 'Media', id: 'Media' },
    singular: { en: 'Picture', id: 'Gambar' },
  },
  upload: upload(options.staticDir ?? 'media'),
})
