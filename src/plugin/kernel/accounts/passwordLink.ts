import type { CollectionSlug, Endpoint, Payload } from 'payload'
import { z } from 'zod'

import {
  defineEndpoint,
  parseInput,
  readPanelForm,
  runInTransaction,
  takeAddressToken,
  takeRateToken,
} from '../payload'
import { addJob, defineTask, jobPriority } from '../queue'
import { accountKey } from './loginRates'

/** An address as people type it. */
export const typedEmail = z
  .string('customer.invalidEmail')
  .trim()
  .max(120, 'customer.invalidEmail')
  .pipe(z.email('customer.invalidEmail'))
  .transform((email) => email.toLowerCase())

/** Mails per account: enough for the forgetful, too few to flood a mailbox. */
const PER_ACCOUNT = { limit: 5, windowSeconds: 3600 }
const PER_ADDRESS = { limit: 20, name: 'accounts.passwordLink', windowSeconds: 3600 }

/** Counts one mail to an account, existing or not. */
export const takeMailToken = (args: {
  collection: string
  email: string
  factor: number
  payload: Payload
}): Promise<void> => {
  const { factor, payload } = args
  return takeRateToken({ bucket: `mail:${accountKey(args)}`, factor, payload, rate: PER_ACCOUNT })
}

/** Mails a link that sets a new password, when there is such an account. */
export const passwordLinkTask = defineTask({
  name: 'accounts.passwordLink',
  input: z.object({ collection: z.string(), email: z.string() }),
  maxAttempts: 6,
  run: async ({ collection, email }, { payload }) => {
    await payload.forgotPassword({ collection: collection as CollectionSlug, data: { email } })
  },
})

/**
 * Asks for a link that sets a new password: counted per address and per account, then left to a job.
 * The answer is the same for everybody.
 *
 * @throws DomainError `customer.invalidEmail`, `rateLimited`
 */
export const askForPasswordLink = async (args: {
  collection: CollectionSlug
  factor: number
  headers: Headers
  input: unknown
  payload: Payload
}): Promise<void> => {
  const { collection, factor, headers, input, payload } = args
  await takeAddressToken({ factor, headers, payload, rate: PER_ADDRESS })
  const { email } = parseInput(z.object({ email: typedEmail }), input)
  await takeMailToken({ collection, email, factor, payload })
  const job = { input: { collection, email }, priority: jobPriority.mail, task: passwordLinkTask }
  await runInTransaction(payload, (tx) => addJob({ ...job, tx }))
}

/**
 * Takes the place of Payload's `forgot-password`, which looks for the account and speaks to the mail
 * server before it answers: how long that takes tells whether the account exists. Here a job does
 * both; the answer is the same for everybody.
 */
export const passwordLinkEndpoint = (args: {
  collection: CollectionSlug
  rateFactor: number
}): Endpoint => {
  const { collection, rateFactor: factor } = args
  return defineEndpoint(
    {
      access: 'public',
      handler: async ({ req }) => {
        const { headers, payload } = req
        const input = await readPanelForm(req as unknown as Request)
        await askForPasswordLink({ collection, factor, headers, input, payload })
        return Response.json({ message: req.t('general:success') })
      },
      method: 'post',
      path: '/forgot-password',
    },
    { rateFactor: factor },
  )
}
