'use client'

import { useConfig } from '@payloadcms/ui'
import { useState } from 'react'

import { usePanelLocale } from './usePanelLocale'

/** What the shop answered: the body, or why not. */
export type ShopAnswer<T> = { body: T; error?: undefined } | { error: string }

type Errors = { errors?: { message?: string }[] }

const TEXT = {
  en: 'The shop cannot be reached. Please check your connection.',
  id: 'Toko tidak dapat dihubungi. Periksa sambungan internet Anda.',
}

/** Calls the shop's own API from the panel; refusals come back as sentences, never as exceptions. */
export const useShopCall = (): {
  call: <T>(args: {
    body?: object
    method?: 'PATCH' | 'POST'
    path: string
  }) => Promise<ShopAnswer<T>>
  isBusy: boolean
} => {
  const { config } = useConfig()
  const locale = usePanelLocale()
  const [isBusy, setBusy] = useState(false)
  const call = async <T>(args: {
    body?: object
    method?: 'PATCH' | 'POST'
    path: string
  }): Promise<ShopAnswer<T>> => {
    setBusy(true)
    try {
      const response = await fetch(`${config.routes.api}${args.path}?locale=${locale}`, {
        body: JSON.stringify(args.body ?? {}),
        headers: { 'Content-Type': 'application/json' },
        method: args.method ?? 'POST',
      })
      const body = (await response.json()) as Errors & T
      return response.ok ? { body } : { error: body.errors?.[0]?.message ?? response.statusText }
    } catch {
      return { error: TEXT[locale] }
    } finally {
      setBusy(false)
    }
  }
  return { call, isBusy }
}
