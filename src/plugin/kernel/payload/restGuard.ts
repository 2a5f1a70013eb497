import type { SanitizedConfig } from 'payload'

import { findUploadFault } from './uploadGuard'

/** A handler of one HTTP method, as Next's route files export it. */
export type RestHandler<A> = (request: Request, args: A) => Promise<Response>

const REFUSALS = {
  400: { code: 'input.invalid', message: 'This is not a request.' },
  404: { code: 'notFound', message: 'There is nothing at this address.' },
  stranger: { code: 'input.tooLarge', message: 'Hanya staf yang boleh mengirim sebanyak ini.' },
  tooLarge: { code: 'input.tooLarge', message: 'Berkas melebihi batas toko ini.' },
} as const

/** The body of what is too large stays unread: the connection cannot carry another request. */
const refusal = (why: keyof typeof REFUSALS): Response => {
  const isUnread = why === 'stranger' || why === 'tooLarge'
  const headers = { 'Cache-Control': 'no-store', ...(isUnread && { Connection: 'close' }) }
  return Response.json({ errors: [REFUSALS[why]] }, { headers, status: isUnread ? 413 : why })
}

const decode = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** Control and format characters, and the sign of an undecodable one: part of no address here. */
const UNREADABLE = /[\p{Cc}\p{Cf}\uFFFD]/u

const segmentsOf = (request: Request, apiRoute: string): (string | undefined)[] =>
  new URL(request.url).pathname.slice(apiRoute.length).split('/').filter(Boolean).map(decode)

/** Doors that Payload mounts on every collection, with or without what stands behind them. */
const leadsNowhere = (
  config: SanitizedConfig,
  segments: readonly (string | undefined)[],
): boolean => {
  const [slug = '', door] = segments
  const collection = config.collections.find((each) => each.slug === slug)
  if (!collection) {
    // Payload looks slugs up in a plain object, where `constructor` and the like are found, too.
    return slug in Object.prototype
  }
  return (
    collection.endpoints === false ||
    (door === 'versions' && !collection.versions) ||
    (door === 'verify' && !collection.auth?.verify)
  )
}

/** Payload reads the JSON of a POST that stands for a GET before it is ready to answer for it. */
const isReadInJson = ({ headers }: Request): boolean =>
  headers.get('content-type') === 'application/json' &&
  ['x-http-method-override', 'x-payload-http-method-override'].some((name) => headers.has(name))

const isUnreadable = (segment: string | undefined): boolean =>
  segment === undefined || UNREADABLE.test(segment)

/**
 * Stands before a method of Payload's REST interface and answers 400 or 404 to requests on which
 * Payload itself answers 500 or 501, and 413 to forms that must not be read.
 */
export const guardRest =
  <A>(args: {
    config: Promise<SanitizedConfig> | SanitizedConfig
    handle: RestHandler<A>
  }): RestHandler<A> =>
  async (request, context) => {
    const config = await args.config
    const segments = segmentsOf(request, config.routes.api)
    if (segments.some(isUnreadable) || isReadInJson(request)) {
      return refusal(400)
    }
    if (leadsNowhere(config, segments)) {
      return refusal(404)
    }
    // Endpoints of our own read their forms themselves, each within its limit.
    const isPayloads = config.collections.some(({ slug }) => slug === segments[0])
    const fault = isPayloads ? await findUploadFault(config, request) : undefined
    return fault ? refusal(fault) : args.handle(request, context)
  }
