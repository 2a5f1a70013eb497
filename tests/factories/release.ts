import type { Payload } from 'payload'

import { publishRelease } from '@/plugin/downloads'
import { slugsOf } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'

/** A file as staff upload it. */
export type GivenFile = { bytes: Buffer; name: string }

/** Uploads a file of a release as the panel does, but for the transport. */
export const uploadFile = async (payload: Payload, file: GivenFile): Promise<string> => {
  const { bytes, name } = file
  const doc = await payload.create({
    collection: slugsOf(payload).releaseFiles,
    data: {} as never,
    depth: 0,
    file: { data: bytes, mimetype: 'application/octet-stream', name, size: bytes.length },
    overrideAccess: true,
  })
  return String(doc.id)
}

/** The least that makes a release. */
export const someFiles = (): GivenFile[] => [
  { bytes: Buffer.from('<h1>Portofolio</h1>\n'), name: 'index.html' },
  { bytes: Buffer.from('body { color: #123 }\n'.repeat(200)), name: 'gaya.css' },
]

/** A draft of a release, as an editor writes it. */
export const draftRelease = async (args: {
  files?: readonly GivenFile[]
  payload: Payload
  productId: string
  version: string
  words?: { changelog?: string; faq?: string; instructions?: string }
}): Promise<string> => {
  const { files = someFiles(), payload, productId, version, words } = args
  const ids: string[] = []
  for (const file of files) {
    ids.push(await uploadFile(payload, file))
  }
  const doc = await payload.create({
    collection: slugsOf(payload).releases,
    data: {
      files: ids,
      instructions: 'Unggah isi folder ke hosting Anda.',
      product: productId,
      version,
      ...words,
    } as never,
    depth: 0,
    locale: 'id',
    overrideAccess: true,
  })
  return String(doc.id)
}

/** The same, published. */
export const release = async (args: Parameters<typeof draftRelease>[0]): Promise<string> => {
  const id = await draftRelease(args)
  await publishRelease({ id, now: clock.now(), payload: args.payload })
  return id
}
