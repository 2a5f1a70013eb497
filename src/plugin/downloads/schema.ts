import { z } from 'zod'

/** What a shop decides about its downloads. */
export type DownloadOptions = {
  /** For how many days a package is kept that cannot be fetched any more. Default 30. */
  keepDays?: number
  /** Largest file that staff may upload, in bytes. Default 2 GiB. */
  maxFileBytes?: number
  /** How often each package may be fetched, for each piece that was bought. Default 10. */
  perFile?: number
  /** How many days a purchase can be fetched. Default 365. */
  validDays?: number
}

const GIB = 1024 ** 3

/** Checks the options of downloads and fills in what they leave out. */
export const downloadOptions = z
  .strictObject({
    keepDays: z.int().min(0).max(3_650).default(30),
    maxFileBytes: z
      .int()
      .min(1)
      .max(64 * GIB)
      .default(2 * GIB),
    perFile: z.int().min(1).max(1_000).default(10),
    validDays: z.int().min(1).max(36_500).default(365),
  })
  .prefault({})

/** Options of downloads with every default filled in. */
export type ResolvedDownloads = z.output<typeof downloadOptions>
