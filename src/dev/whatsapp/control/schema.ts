import { z } from 'zod'

/** What the shop must know, and what proves the simulator to the shop. */
export const credentialsSchema = z.strictObject({
  /** Id of the WhatsApp Business account, whose templates can be listed. */
  accountId: z.string().regex(/^\d+$/).optional(),
  appSecret: z.string().min(1),
  cloudToken: z.string().min(1),
  fonnteToken: z.string().min(1),
  phoneNumberId: z.string().regex(/^\d+$/),
  verifyToken: z.string().min(1),
})

/** See {@link credentialsSchema}. */
export type Credentials = z.output<typeof credentialsSchema>

/** A person writes to the shop. */
export const replySchema = z.strictObject({
  number: z.string().regex(/^[1-9]\d{7,14}$/),
  text: z.string().trim().min(1).max(4_096),
})

/** A message comes further, by its id. */
export const stateSchema = z.strictObject({
  id: z.string(),
  state: z.enum(['sent', 'delivered', 'read', 'failed']),
})
