import { z } from 'zod'

/** What the driver wants to know of a WHM server. The credential is the token alone. */
export const whmSettings = z.strictObject(
  {
    /** User whom the token belongs to: `root` or a reseller. */
    username: z
      .string('is missing')
      .regex(/^[a-z][a-z\d]{0,15}$/, 'must be the WHM user that the token belongs to'),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'has unknown settings' : undefined) },
)

/** See {@link whmSettings}. */
export type WhmSettings = z.output<typeof whmSettings>
