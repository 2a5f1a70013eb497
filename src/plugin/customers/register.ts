import type { Endpoint, Payload } from 'payload'

import { randomBytes } from 'node:crypto'
import { z } from 'zod'

import { passwordLinkTask, takeMailToken, typedEmail } from '../kernel/accounts'
import type { Locale } from '../kernel/errors'

import {
  defineEndpoint,
  parseInput,
  queryRows,
  runInTransaction,
  slugsOf,
  sql,
  takeAddressToken,
} from '../kernel/payload'
import { addJob, defineTask, jobPriority } from '../kernel/queue'
import { normalisePhone } from './rules'
import { typedName, typedPhone } from './schema'

const registration = z.strictObject({ email: typedEmail, name: typedName, phone: typedPhone })

const PER_ADDRESS = { limit: 20, name: 'customers.register', windowSeconds: 3600 }

/**
 * Opens the account unless there is one, with a password that nobody knows, and mails the link that
 * sets a real one. So an account is usable only by whoever reads the mails of its address, and whoever
 * has one already simply gets a new link.
 */
export const registerTask = defineTask({
  name: 'customers.register',
  input: registration.extend({ email: z.string(), locale: z.enum(['id', 'en']) }),
  maxAttempts: 6,
  run: async ({ email, ...profile }, { payload }) => {
    const { customers: collection } = slugsOf(payload)
    const [known] = await queryRows(payload, sql`select 1 from customers where email = ${email}`)
    if (!known) {
      const password = randomBytes(32).toString('base64url')
      const data = { ...profile, email, password }
      await payload.create({ collection, data: data as never, depth: 0, overrideAccess: true })
    }
    await runInTransaction(payload, (tx) =>
      addJob({
        input: { collection, email },
        priority: jobPriority.mail,
        task: passwordLinkTask,
        tx,
      }),
    )
  },
})

const queueAccount = async (args: {
  body: z.infer<typeof registration>
  factor: number
  locale: Locale
  payload: Payload
}): Promise<void> => {
  const { body, factor, locale, payload } = args
  const input = { ...body, locale, phone: normalisePhone(body.phone) }
  const { customers: collection } = slugsOf(payload)
  await takeMailToken({ collection, email: body.email, factor, payload })
  await runInTransaction(payload, (tx) =>
    addJob({ input, priority: jobPriority.mail, task: registerTask, tx }),
  )
}

/**
 * Opens an account from a page of the shop, under the same rules and limits as `POST /shop/customers`.
 *
 * @throws DomainError `customer.invalidEmail`, `customer.invalidName`, `customer.invalidPhone`,
 * `rateLimited`
 */
export const openAccount = async (args: {
  factor: number
  headers: Headers
  input: unknown
  locale: Locale
  payload: Payload
}): Promise<void> => {
  const { factor, headers, input, locale, payload } = args
  const body = parseInput(registration, input)
  await takeAddressToken({ factor, headers, payload, rate: PER_ADDRESS })
  await queueAccount({ body, factor, locale, payload })
}

/** `POST /shop/customers`: opens an account. The answer never tells whether there was one. */
export const createCustomerEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: 'public',
      body: registration,
      doc: {
        answers: {
          202: {
            description: 'A mail with a link to set the password is on its way.',
            schema: z.strictObject({ ok: z.literal(true) }),
          },
        },
        description:
          'The answer is the same whether the address has an account or not. The link in the mail leads to ' +
          '`POST /api/customers/reset-password` with `{ token, password }`, which logs the customer in.',
        errors: ['customer.invalidEmail', 'customer.invalidName', 'customer.invalidPhone'],
        summary: 'Open a customer account',
      },
      handler: async ({ body, locale, req: { payload } }) => {
        await queueAccount({ body, factor: options.rateFactor, locale, payload })
        return Response.json({ ok: true }, { status: 202 })
      },
      method: 'post',
      path: '/shop/customers',
      rate: PER_ADDRESS,
    },
    options,
  ),
]
