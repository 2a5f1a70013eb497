import { z } from 'zod'

/** What the work on downloads needs to be queued, without the zip and the store behind it. */

/** Begins what a paid order entitles to. */
export const prepareJob = {
  input: z.object({ orderId: z.uuid() }),
  maxAttempts: 20,
  name: 'downloads.prepare',
}

/** Builds one package. A day of tries: a bucket may be away for a while. */
export const buildJob = {
  input: z.object({ packageId: z.uuid() }),
  maxAttempts: 150,
  name: 'downloads.build',
}

/** Orders the packages of a release that was just published, for everybody who is entitled. */
export const announceJob = {
  input: z.object({ releaseId: z.uuid() }),
  maxAttempts: 50,
  name: 'downloads.announce',
}

/** Notes that the buyer has begun to fetch what was delivered. */
export const receiveJob = {
  input: z.object({ fulfilmentId: z.uuid() }),
  maxAttempts: 20,
  name: 'downloads.receive',
}
