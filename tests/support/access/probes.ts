import { randomUUID } from 'node:crypto'

import type { CollectionSlug, Payload } from 'payload'

import type { Answer, Caller, Knock } from './callers'

import { findIds } from './stock'

/** What a probe needs to know. */
export type Probe = { as: Caller; knock: Knock; payload: Payload; slug: CollectionSlug }

/** 501: Payload mounts no endpoint for this collection at all. */
const REFUSED = new Set([401, 403, 501])

/** Not among the rows one may touch, or kept by a rule, such as the last owner. */
const UNTOUCHED = new Set([404, 409])

/** `no` refused, `none`/`some`/`all` of the rows there are, `empty` allowed but nothing there. */
const share = (reached: number, total: number): string => {
  if (total === 0) {
    return 'empty'
  }
  return reached === 0 ? 'none' : reached === total ? 'all' : 'some'
}

const isCrash = ({ status }: Answer): boolean => status >= 500 && status !== 501

const assertNoCrash = (answer: Answer, what: string): void => {
  if (isCrash(answer)) {
    throw new Error(`${what} crashed: ${JSON.stringify(answer.body)}`)
  }
}

/** Allowed when the shop gets as far as reading the body. */
export const probeCreate = async ({ as, knock, slug }: Probe): Promise<string> => {
  const answer = await knock({ as, body: {}, method: 'POST', path: `/${slug}` })
  assertNoCrash(answer, `create ${slug}`)
  return REFUSED.has(answer.status) ? 'no' : 'yes'
}

export const probeRead = async ({ as, knock, payload, slug }: Probe): Promise<string> => {
  const answer = await knock({ as, path: `/${slug}?limit=100&depth=0` })
  assertNoCrash(answer, `read ${slug}`)
  if (REFUSED.has(answer.status)) {
    return 'no'
  }
  const docs = answer.body.docs as unknown[]
  return share(docs.length, (await findIds(payload, slug)).length)
}

export const probeVersions = async ({ as, knock, slug }: Probe): Promise<string> => {
  const answer = await knock({ as, path: `/${slug}/versions?limit=100&depth=0` })
  assertNoCrash(answer, `read versions of ${slug}`)
  return REFUSED.has(answer.status) ? 'no' : 'yes'
}

const probeRows =
  (method: 'DELETE' | 'PATCH') =>
  async ({ as, knock, payload, slug }: Probe): Promise<string> => {
    const ids = await findIds(payload, slug)
    const body = method === 'PATCH' ? { body: {} } : {}
    let refused = 0
    let reached = 0
    for (const id of ids.length > 0 ? ids : [randomUUID()]) {
      const answer = await knock({ as, method, path: `/${slug}/${id}`, ...body })
      assertNoCrash(answer, `${method} ${slug}`)
      refused += REFUSED.has(answer.status) ? 1 : 0
      reached += REFUSED.has(answer.status) || UNTOUCHED.has(answer.status) ? 0 : 1
    }
    return reached === 0 && refused > 0 ? 'no' : share(reached, ids.length)
  }

export const probeUpdate = probeRows('PATCH')

/** Really deletes what it may. */
export const probeDelete = probeRows('DELETE')
