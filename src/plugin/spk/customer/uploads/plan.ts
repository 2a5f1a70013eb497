import { z } from 'zod'

import { RETURN_KINDS } from '../schema'

/** Bytes of one part of an upload; the last part of a file is shorter. */
export const CHUNK_BYTES = 512 * 1024

/** What was announced when an upload began. It lies beside its parts. */
export const uploadPlanSchema = z.object({
  edition: z.int(),
  id: z.uuid(),
  kind: z.enum(RETURN_KINDS),
  /** Bytes of each file. */
  sizes: z.array(z.int()),
  spkId: z.uuid(),
})

/** What was announced when an upload began. */
export type UploadPlan = z.output<typeof uploadPlanSchema>

/** One part: of which file, counted from 0, and from which byte on. */
export type UploadPart = { file: number; offset: number }

/** Every part of an upload, in order. */
export const listParts = ({ sizes }: Pick<UploadPlan, 'sizes'>): UploadPart[] =>
  sizes.flatMap((size, file) =>
    Array.from({ length: Math.ceil(size / CHUNK_BYTES) }, (_, at) => ({
      file,
      offset: at * CHUNK_BYTES,
    })),
  )

/** Bytes that a part has to have; null when the upload has no such part. */
export const findPartSize = (
  { sizes }: Pick<UploadPlan, 'sizes'>,
  { file, offset }: UploadPart,
): null | number => {
  const size = sizes[file]
  return size !== undefined && offset % CHUNK_BYTES === 0 && offset >= 0 && offset < size
    ? Math.min(CHUNK_BYTES, size - offset)
    : null
}

/** Name of a part among the keys of its upload. */
export const partName = ({ file, offset }: UploadPart): string => `${file}-${offset}`

/** The parts that have not arrived, in order. */
export const findMissing = (
  plan: Pick<UploadPlan, 'sizes'>,
  arrived: ReadonlySet<string>,
): UploadPart[] => listParts(plan).filter((part) => !arrived.has(partName(part)))
