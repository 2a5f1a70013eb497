'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import type { MarkResult } from '../chat/markSentTogether'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { BY_HAND_TEXTS } from './byHandTexts'

const BLOCKED_MS = 20_000

/** Asked for with `noopener`, a browser never says whether the window came. */
const openWindow = (url: string): boolean => {
  const opened = window.open(url, '_blank')
  if (opened) {
    opened.opener = null
  }
  return opened !== null
}

type Words = (typeof BY_HAND_TEXTS)['id']

const showResults = (results: readonly MarkResult[], text: Words): void => {
  const sent = results.filter(({ outcome }) => outcome === 'sent').length
  toast.success(`${text.done}: ${sent}`)
  if (sent < results.length) {
    toast.info(text.skipped(results.length - sent))
  }
}

const showChat = (url: string, text: Words): void => {
  if (!openWindow(url)) {
    const action = { label: text.open, onClick: () => void openWindow(url) }
    toast.info(text.blocked, { action, duration: BLOCKED_MS })
  }
}

/** What a person does with messages that he sends himself. Each deed answers whether it was done. */
export const useByHand = () => {
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const text = BY_HAND_TEXTS[usePanelLocale()]
  const run = async <T>(
    request: { body?: object; path: string },
    show: (body: T) => void,
  ): Promise<boolean> => {
    const answer = await call<T>(request)
    if (answer.error === undefined) {
      show(answer.body)
    } else {
      toast.error(answer.error)
    }
    router.refresh()
    return answer.error === undefined
  }
  return {
    isBusy,
    markAllSent: (ids: readonly string[]) =>
      run<{ results: MarkResult[] }>({ body: { ids }, path: '/messages/sent' }, ({ results }) =>
        showResults(results, text),
      ),
    markSent: (id: string) =>
      run({ path: `/messages/${id}/sent` }, () => void toast.success(text.done)),
    open: (id: string) =>
      run<{ url: string }>({ path: `/messages/${id}/open` }, ({ url }) => showChat(url, text)),
    text,
  }
}
