import type { Payload } from 'payload'

import type { Locale } from '../../kernel/errors'
import type { findSpkPanel } from '../queries/findSpkPanel'
import type { Desk } from './desk'
import type { SpkTexts } from './spkTexts'

import { slugsOf } from '../../kernel/payload'
import { SPK_TEXTS } from './spkTexts'

/** What every part of the page gets. */
export type Shown = {
  desk: Desk
  found: NonNullable<Awaited<ReturnType<typeof findSpkPanel>>>
  locale: Locale
  payload: Payload
  text: SpkTexts
  /** Address of the agreement in the API, for links. */
  url: string
}

/** Prepares it for the parts of the page. */
export const showSpk = (args: Pick<Shown, 'found' | 'locale' | 'payload'>): Shown => {
  const { found, locale, payload } = args
  const { id, lockVersion, state } = found.scene
  const path = `/${slugsOf(payload).spks}/${id}`
  return {
    ...args,
    desk: { path, seen: { state, version: lockVersion } },
    text: SPK_TEXTS[locale],
    url: `${payload.config.routes.api}${path}`,
  }
}
