import type { SanitizedConfig } from 'payload'

/** A handler of one HTTP method, as Next's route files export it. */
export type RestHandler<A> = (request: Request, args: A) => Promise<Response>

const refusal = (status: 400 | 404): Response =>
  Response.json(
    {
      errors: [
        status === 400
          ? { code: 'input.invalid', message: 'This is not a request.' }
          : { code: 'notFound', message: 'There is nothing at this address.' },
      ],
    },
    { headers: { 'Cache-Control': 'no-store' }, status },
  )

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
 * Payload itself answers 500 or 501.
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
    return leadsNowhere(config, segments) ? refusal(404) : args.handle(request, context)
  }
