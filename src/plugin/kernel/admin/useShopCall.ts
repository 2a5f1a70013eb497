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

/** A form travels with its files, everything else as JSON. */
const travel = (body: FormData | object = {}): Pick<RequestInit, 'body' | 'headers'> =>
  body instanceof FormData
    ? { body }
    : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }

/** Calls the shop's own API from the panel; refusals come back as sentences, never as exceptions. */
export const useShopCall = (): {
  call: <T>(args: {
    body?: FormData | object
    method?: 'PATCH' | 'POST'
    path: string
  }) => Promise<ShopAnswer<T>>
  isBusy: boolean
} => {
  const { config } = useConfig()
  const locale = usePanelLocale()
  const [isBusy, setBusy] = useState(false)
  const call = async <T>(args: {
    body?: FormData | object
    method?: 'PATCH' | 'POST'
    path: string
  }): Promise<ShopAnswer<T>> => {
    setBusy(true)
    try {
      const response = await fetch(`${config.routes.api}${args.path}?locale=${locale}`, {
        ...travel(args.body),
        method: args.method ?? 'POST',
      })
      const body = (await response.json()) as Errors & T
      return response.ok
        ? { body }
        : { error: body.errors?.[0]?.message ?? (response.statusText || TEXT[locale]) }
    } catch {
      return { error: TEXT[locale] }
    } finally {
      setBusy(false)
    }
  }
  return { call, isBusy }
}
