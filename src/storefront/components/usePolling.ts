'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { type PollingParts, startPolling } from '../order/polling'

/** Draws the page again as soon as what `url` tells is not what is shown; at once when it is looked at again. */
export const usePolling = (
  createAsk: (url: string) => PollingParts['ask'],
  { shown, url }: { shown: string; url: string },
): void => {
  const router = useRouter()
  useEffect(() => {
    const polling = startPolling({
      ask: createAsk(url),
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
  }, [createAsk, router, shown, url])
}
