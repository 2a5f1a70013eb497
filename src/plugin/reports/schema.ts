import { z } from 'zod'

/** What a shop decides about its reports. */
export type ReportOptions = {
  /** How many days a report can be fetched from when it is sent. Default 30. */
  linkDays?: number
  /** How often a customer may have his mending looked at again, within the days of the follow-up. Default 1. */
  retests?: number
}

/** Checks the options of reports and fills in what they leave out. */
export const reportOptions = z
  .strictObject({
    linkDays: z.int().min(1).max(3_650).default(30),
    retests: z.int().min(0).max(100).default(1),
  })
  .prefault({})

/** Options of reports with every default filled in. */
export type ResolvedReports = z.output<typeof reportOptions>
