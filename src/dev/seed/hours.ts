import type { Payload } from 'payload'

import { slugsOf } from '@/plugin/kernel/payload'

const WEEKDAYS = ['1', '2', '3', '4', '5']

/** Office hours with a break at noon. */
const WEEK = WEEKDAYS.flatMap((weekday) => [
  { closes: '12:00', opens: '09:00', weekday },
  { closes: '17:00', opens: '13:00', weekday },
])

/** Lets somebody of the demo staff give sessions, unless somebody does already. */
export const seedHours = async (payload: Payload): Promise<void> => {
  const { availabilities, staff } = slugsOf(payload)
  const { totalDocs } = await payload.count({ collection: availabilities, overrideAccess: true })
  const { docs } = await payload.find({
    collection: staff,
    depth: 0,
    limit: 1,
    overrideAccess: true,
    sort: 'createdAt',
    where: { role: { equals: 'admin' } },
  })
  const host = docs[0]?.id
  if (totalDocs === 0 && host) {
    await payload.create({
      collection: availabilities,
      data: { host, placeKind: 'googleMeet', weekly: WEEK } as never,
      overrideAccess: true,
    })
  }
}
