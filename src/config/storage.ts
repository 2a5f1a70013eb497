import path from 'node:path'

import type { LunasOptions } from '../plugin'
import type { Environment } from './schema'

type Values = Readonly<Record<string, string | undefined>>

const KEYS = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

const isSet = (values: Values, name: string): boolean => (values[name] ?? '').trim() !== ''

/** A bucket is entered with both keys; names those that are missing. */
export const findMissingBucketSettings = (values: Values): string[] =>
  isSet(values, 'S3_BUCKET')
    ? KEYS.filter((name) => !isSet(values, name)).map(
        (name) => `${name} is missing; S3_BUCKET needs it`,
      )
    : []

/** How the bucket is entered, as the AWS SDK takes it. */
export const bucketClient = (settings: Environment) => ({
  credentials: {
    accessKeyId: settings.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY ?? '',
  },
  // Others than Amazon rarely have a host name for each bucket.
  ...(settings.S3_ENDPOINT && { endpoint: settings.S3_ENDPOINT, forcePathStyle: true }),
  region: settings.S3_REGION,
  // Stores other than Amazon's refuse, or do not send, checksums that nobody asked for.
  requestChecksumCalculation: 'WHEN_REQUIRED' as const,
  responseChecksumValidation: 'WHEN_REQUIRED' as const,
})

/** Where private files lie, as the settings say. */
export const storageOptions = (
  settings: Environment,
  root: string,
): NonNullable<LunasOptions['storage']> =>
  settings.S3_BUCKET
    ? { bucket: settings.S3_BUCKET, client: bucketClient(settings), kind: 'bucket' }
    : { folder: path.resolve(root, settings.PRIVATE_DIR), kind: 'folder' }
