'use client'

import { usePolling } from '../usePolling'

type ServicePollerProps = {
  /** When the service changed last, as the page shows it. */
  shown: string
  url: string
}

const createAsk = (url: string) => async (): Promise<string | undefined> => {
  const response = await fetch(url, { cache: 'no-store', credentials: 'same-origin' })
  if (!response.ok) {
    return undefined
  }
  const { service } = (await response.json()) as { service: { updatedAt: string } }
  return service.updatedAt
}

/** Draws the page again as soon as the service changes. Render it only while something is under way. */
export function ServicePoller(props: ServicePollerProps) {
  usePolling(createAsk, props)
  return null
}
