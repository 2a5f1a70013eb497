'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Tells Payload's live preview that we listen, and draws the page again after each save. */
export function LivePreview() {
  const router = useRouter()
  useEffect(() => {
    const panel = window.opener ?? window.parent
    const { origin } = window.location
    const listen = (event: MessageEvent<{ type?: string }>): void => {
      if (event.origin === origin && event.data?.type === 'payload-document-event') {
        router.refresh()
      }
    }
    window.addEventListener('message', listen)
    panel.postMessage({ ready: true, type: 'payload-live-preview' }, origin)
    return () => window.removeEventListener('message', listen)
  }, [router])
  return null
}
