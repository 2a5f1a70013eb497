'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { type OrderPulse, startPolling } from '../../order/polling'

type StatusPollerProps = {
  /** Key of what the page shows now. */
  shown: string
  statusUrl: string
}

const createAsk = (statusUrl: string) => {
  let etag: null | string = null
  let last: OrderPulse | undefined
  return async (): Promise<OrderPulse | undefined> => {
    const headers: HeadersInit = etag ? { 'If-None-Match': etag } : {}
    const response = await fetch(statusUrl, { cache: 'no-store', headers })
    if (response.ok) {
      etag = response.headers.get('etag')
      last = (await response.json()) as OrderPulse
    }
    return response.ok || response.status === 304 ? last : undefined
  }
}

/** Draws the page again as soon as the order changes. Render it only while something may change. */
export function StatusPoller({ shown, statusUrl }: StatusPollerProps) {
  const router = useRouter()
  useEffect(() => {
    const polling = startPolling({
      ask: createAsk(statusUrl),
      isHidden: () => document.hidden,
      onChange: () => router.refresh(),
      shown,
    })
    const wake = (): void => void polling.askNow()
    window.addEventListener('focus', wake)
    document.addEventListener('visibilitychange', wake)
    return () => {
      polling.stop()
      window.removeEventListener('focus', wake)
      document.removeEventListener('visibilitychange', wake)
    }
  }, [router, shown, statusUrl])
  return null
}
