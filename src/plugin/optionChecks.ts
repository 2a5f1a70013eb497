import { z } from 'zod'

import type { DisbursementOptions, DuitkuOptions } from './adapters/duitku'
import type { StampOptions } from './adapters/stamp'
import type { StorageOptions } from './adapters/storage'
import type { ChatChannelOptions } from './adapters/whatsapp'

/** An address on the web. */
export const webAddress = z.url({
  error: 'must begin with http:// or https://',
  protocol: /^https?$/,
})

/** Checked at a glance; the adapter checks the rest, also at start. */
export const duitkuCheck = z.looseObject({
  apiKey: z.string('must be a text'),
  merchantCode: z.string('must be a text'),
  passportUrl: webAddress,
  popUrl: webAddress,
}) as unknown as z.ZodType<Omit<DuitkuOptions, 'logger'>>

/** The Duitku project that sends money. */
export const disbursementCheck = z.looseObject({
  email: z.email(),
  secret: z.string('must be a text').min(1, 'must not be empty'),
  url: webAddress,
  userId: z.string('must be a text').regex(/^\d+$/, 'must be digits'),
}) as unknown as z.ZodType<Omit<DisbursementOptions, 'logger'>>

/** The adapter checks the settings of each way, also at start. */
export const whatsappCheck = z.looseObject({
  id: z.enum(['cloud', 'fonnte', 'wa.me']),
}) as unknown as z.ZodType<ChatChannelOptions>

/** The adapter checks the rest, also at start. */
export const stampCheck = z.looseObject({
  id: z.enum(['manual', 'peruri']),
}) as unknown as z.ZodType<StampOptions>

/** A folder, or a bucket. */
export const storageCheck = z.discriminatedUnion('kind', [
  z.strictObject({ folder: z.string().min(1), kind: z.literal('folder') }),
  z.strictObject({
    bucket: z.string().min(1),
    client: z.looseObject({ region: z.string().min(1) }),
    kind: z.literal('bucket'),
  }),
]) as unknown as z.ZodType<StorageOptions>
