import { z } from 'zod'

import { webAddress } from './fields'

/** Where private files lie; part of the environment's schema. */
export const storageSettings = {
  PRIVATE_DIR: z
    .string()
    .default('.lunas/private')
    .describe(
      'Folder of files that nobody may open by an address: those of releases and the packages of buyers. Not used with S3_BUCKET.',
    ),
  S3_BUCKET: z
    .string()
    .optional()
    .describe(
      'Bucket for those files, for a shop on several machines; it must be closed to the public.',
    ),
  S3_REGION: z.string().default('auto').describe('Region of the bucket.'),
  S3_ENDPOINT: webAddress
    .optional()
    .describe('Address of a store that speaks S3 and is not Amazon, such as MinIO.'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Access key. S3_BUCKET needs it.'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret key. S3_BUCKET needs it.'),
}
