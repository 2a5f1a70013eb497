import type { Endpoint } from 'payload'

import { randomBytes } from 'node:crypto'
import { z } from 'zod'

import { passwordLinkTask, takeMailToken, typedEmail } from '../kernel/accounts'
import { defineEndpoint, queryRows, runInTransaction, slugsOf, sql } from '../kernel/payload'
import { addJob, defineTask, jobPriority } from '../kernel/queue'
import { normalisePhone } from './rules'

const CONTROL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

const registration = z.strictObject({
  email: typedEmail,
  name: z
    .string('customer.invalidName')
    .trim()
    .min(2, 'customer.invalidName')
    .max(100, 'customer.invalidName')
    .refine((value) => !CONTROL.test(value), 'customer.invalidName'),
  phone: z.string('customer.invalidPhone').max(40, 'customer.invalidPhone'),
})

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
        const phone = normalisePhone(body.phone)
        const { email } = body
        const { customers: collection } = slugsOf(payload)
        await takeMailToken({ collection, email, factor: options.rateFactor, payload })
        const input = { ...body, locale, phone }
        await runInTransaction(payload, (tx) =>
          addJob({ input, priority: jobPriority.mail, task: registerTask, tx }),
        )
        return Response.json({ ok: true }, { status: 202 })
      },
      method: 'post',
      path: '/shop/customers',
      rate: PER_ADDRESS,
    },
    options,
  ),
]
