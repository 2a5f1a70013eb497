'use client'

import { type OrderPulse, pulseKey } from '../../order/polling'
import { usePolling } from '../usePolling'

type StatusPollerProps = {
  /** Key of what the page shows now. */
  shown: string
  statusUrl: string
}

const createAsk = (statusUrl: string) => {
  let etag: null | string = null
  let last: string | undefined
  return async (): Promise<string | undefined> => {
    const headers: HeadersInit = etag ? { 'If-None-Match': etag } : {}
    const response = await fetch(statusUrl, { cache: 'no-store', headers })
    if (response.ok) {
      etag = response.headers.get('etag')
      last = pulseKey((await response.json()) as OrderPulse)
    }
    return response.ok || response.status === 304 ? last : undefined
  }
}

/** Draws the page again as soon as the order changes. Render it only while something may change. */
export function StatusPoller({ shown, statusUrl }: StatusPollerProps) {
  usePolling(createAsk, { shown, url: statusUrl })
  return null
}
