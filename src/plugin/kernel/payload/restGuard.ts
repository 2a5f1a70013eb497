import type { SanitizedConfig } from 'payload'

/** A handler of one HTTP method, as Next's route files export it. */
export type RestHandler<A> = (request: Request, args: A) => Promise<Response>

const refusal = (status: 400 | 404): Response =>
  Response.json(
    {
      errors: [
        status === 400
          ? { code: 'input.invalid', message: 'This is not an address.' }
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

/**
 * Stands before a method of Payload's REST interface and answers 400 or 404 to addresses on which
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
    if (segments.some((segment) => segment === undefined || UNREADABLE.test(segment))) {
      return refusal(400)
    }
    return leadsNowhere(config, segments) ? refusal(404) : args.handle(request, context)
  }
