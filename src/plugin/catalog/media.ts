import type {
  CollectionBeforeOperationHook,
  CollectionConfig,
  ImageSize,
  UploadConfig,
} from 'payload'

import { toFileName } from '../kernel/files'
import {
  answerMissingFile,
  anyone,
  clampLimit,
  isEditor,
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

const upload = (staticDir: string): UploadConfig => ({
  adminThumbnail: 'card',
  constructorOptions: { limitInputPixels: MAX_PIXELS },
  focalPoint: true,
  handlers: [answerMissingFile(staticDir)],
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

/** What an editor calls a picture may hide, turn around or lead out of the folder: the name is plain. */
const nameIt: CollectionBeforeOperationHook = ({ args, req }) => {
  if (req.file) {
    req.file.name = toFileName(req.file.name)
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
    beforeOperation: [clampLimit, refuseLarge, nameIt, keepMeasures],
  },
  labels: {
    plural: { en: 'Media', id: 'Media' },
    singular: { en: 'Picture', id: 'Gambar' },
  },
  upload: upload(options.staticDir ?? 'media'),
})
