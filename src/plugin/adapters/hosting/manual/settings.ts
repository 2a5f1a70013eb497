import { z } from 'zod'

/** What a person looks after. */
export const KINDS = ['colocation', 'dedicated', 'vps', 'web'] as const

const schema = z.strictObject({
  /** Whom to call on site; stands in the steps. */
  contact: z.string().trim().min(3, 'contact: isi nama dan nomor petugas').max(200).optional(),
  /** What stands there: a customer's own machine, a rented one, a virtual one, web hosting. */
  kind: z.enum(KINDS, `kind: pilih ${KINDS.join(', ')}`),
  /** Data centre, room, rack: where it stands. */
  site: z
    .string()
    .trim()
    .min(2, 'site: isi lokasi, misalnya "Cyber 1 lt. 5, rak B07"')
    .max(200)
    .optional(),
})

/** What the run-book wants to know of a server. */
export type ManualSettings = z.infer<typeof schema>

/** Reads the settings of a server, or names what is wrong with them. */
export const readSettings = (
  settings: Readonly<Record<string, unknown>>,
): { faults: readonly string[] } | { settings: ManualSettings } => {
  const read = schema.safeParse(settings)
  if (read.success) {
    return { settings: read.data }
  }
  const faults = read.error.issues.map(({ message, path }) => {
    const field = path[0] === undefined ? '' : `${String(path[0])}: `
    return message.startsWith(field) ? message : `${field}${message}`
  })
  return { faults: [...new Set(faults)] }
}
