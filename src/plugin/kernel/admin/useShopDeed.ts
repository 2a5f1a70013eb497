'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { useShopCall } from './useShopCall'

type Deed = {
  body?: object
  /** What is said on success; nothing when the page itself shows it. */
  done?: string
  onDone?: () => void
  path: string
}

/** Does something through the shop's own API, says what came of it, and shows the page anew. */
export const useShopDeed = (): {
  isBusy: boolean
  run: (deed: Deed) => Promise<void>
} => {
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const run = async ({ done, onDone, ...asked }: Deed): Promise<void> => {
    const { error } = await call(asked)
    if (error === undefined) {
      onDone?.()
    }
    if (error !== undefined) {
      toast.error(error)
    } else if (done !== undefined) {
      toast.success(done)
    }
    router.refresh()
  }
  return { isBusy, run }
}
