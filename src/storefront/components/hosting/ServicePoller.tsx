'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

import { pollDelay } from '../../order/polling'

type ServicePollerProps = {
  /** When the service changed last, as the page shows it. */
  shown: string
  url: string
}

const findChange = async (url: string): Promise<string | undefined> => {
  const response = await fetch(url, { cache: 'no-store', credentials: 'same-origin' })
  if (!response.ok) {
    return undefined
  }
  const { service } = (await response.json()) as { service: { updatedAt: string } }
  return service.updatedAt
}

/** Draws the page again as soon as the service changes. Render it only while something is under way. */
export function ServicePoller({ shown, url }: ServicePollerProps) {
  const router = useRouter()
  useEffect(() => {
    let polls = 0
    let timer: ReturnType<typeof setTimeout>
    const look = async (): Promise<void> => {
      polls += 1
      const changed = document.hidden ? undefined : await findChange(url).catch(() => undefined)
      if (changed !== undefined && changed !== shown) {
        router.refresh()
      }
      timer = setTimeout(() => void look(), pollDelay(polls))
    }
    timer = setTimeout(() => void look(), pollDelay(polls))
    return () => clearTimeout(timer)
  }, [router, shown, url])
  return null
}
