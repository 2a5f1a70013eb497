/** A bucket that speaks S3, and how to enter it. */
export type BucketOptions = {
  bucket: string
  /** As the AWS SDK wants it. */
  client: {
    credentials?: { accessKeyId: string; secretAccessKey: string }
    endpoint?: string
    forcePathStyle?: boolean
    region: string
    requestChecksumCalculation?: 'WHEN_REQUIRED' | 'WHEN_SUPPORTED'
    responseChecksumValidation?: 'WHEN_REQUIRED' | 'WHEN_SUPPORTED'
  }
}

/** Where files lie that nobody may open by an address. */
export type StorageOptions =
  { folder: string; kind: 'folder' } | ({ kind: 'bucket' } & BucketOptions)
