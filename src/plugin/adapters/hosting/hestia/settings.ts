import { z } from 'zod'

/** What the driver wants to know of a Hestia server. The credential is `ACCESS:SECRET`. */
export const hestiaSettings = z.strictObject(
  {
    /** Address that new sites get, where the server has several. Default: the panel chooses. */
    ip: z.ipv4('must be an IPv4 address of the server').optional(),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'has unknown settings' : undefined) },
)

/** See {@link hestiaSettings}. */
export type HestiaSettings = z.output<typeof hestiaSettings>
