import { createHmac } from 'node:crypto'

/** Seal on a refresh request, so that nobody else can throw the shop's pages away. */
export const signRefresh = (args: { secret: string; slug: string }): string =>
  createHmac('sha256', args.secret).update(`refresh:${args.slug}`).digest('hex')

/**
 * Asks the storefront to render the pages of a product or page anew. Called by a job, hence after
 * the commit: a page rendered between hook and commit would show the old text again.
 *
 * @throws Error when the storefront did not take it; the job tries again
 */
export const refreshPages = async (args: {
  secret: string
  serverUrl: string
  slug: string
}): Promise<void> => {
  const { secret, serverUrl, slug } = args
  const response = await fetch(`${serverUrl}/api/refresh`, {
    body: JSON.stringify({ signature: signRefresh({ secret, slug }), slug }),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  })
  if (!response.ok) {
    throw new Error(`The storefront answered ${response.status} to a refresh`)
  }
}
