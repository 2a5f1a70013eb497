import config from '@payload-config'
import { getPayload } from 'payload'

import { slugsOf } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { placeOrder } from '@/plugin/orders'

const DAY_MS = 86_400_000

/*
 * Places an order in instalments as it was placed some days ago, and prints its token: days have to pass
 * before anything is overdue, and due days cannot be moved afterwards. Arguments: address of the customer's
 * account, days, product, plan.
 */
const [email = '', days = '', product = '', plan = ''] = process.argv.slice(2)
const payload = await getPayload({ config })
const { docs } = await payload.find({
  collection: slugsOf(payload).customers,
  depth: 0,
  limit: 1,
  overrideAccess: true,
  where: { email: { equals: email } },
})
clock.freeze(new Date(Date.now() - Number(days) * DAY_MS))
const { token } = await placeOrder({
  customerId: String(docs[0]?.id),
  input: {
    acceptedTerms: true,
    customer: { email, name: 'Siti Aminah', phone: '081322223333' },
    items: [{ plan, product, quantity: 1 }],
  },
  locale: 'id',
  now: clock.now(),
  payload,
})
process.stdout.write(`\ntoken=${token}\n`)
// The pool of the database adapter keeps one client for ever: only an exit ends this.
process.exit(0)
