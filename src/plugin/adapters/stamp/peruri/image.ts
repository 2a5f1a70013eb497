import { z } from 'zod'

/** A file at the service. */
export type Uploaded = { id: string; name: string }

/** Where the service keeps the file and the stamp's picture that belong to a serial. */
export type StampImage = { file: Uploaded; picture: string }

const schema = z.strictObject({
  file: z.strictObject({ id: z.string().min(1), name: z.string().min(1) }),
  picture: z.string(),
})

/** What the port calls the picture: for us a text that says where file and picture lie. */
export const packImage = (image: StampImage): string => JSON.stringify(image)

/** Reads what {@link packImage} wrote; undefined for anything else. */
export const unpackImage = (text: string): StampImage | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
