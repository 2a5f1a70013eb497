'use client'

import { useDocumentTitle, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'

import type { PanelState } from '../../kernel/machine'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'

/** Gives the page the event's words for its title; Payload itself would show the event's name. */
export const EventTitle = ({ events }: { events: Record<string, PanelState> }) => {
  const locale = usePanelLocale()
  const event = useFormFields(([fields]) => fields.event?.value)
  const { setDocumentTitle, title } = useDocumentTitle()
  const words = events[String(event)]?.label[locale]
  useEffect(() => {
    if (words === undefined || title === words) {
      return
    }
    // A moment later: in this one the page itself still sets the name.
    const frame = requestAnimationFrame(() => setDocumentTitle(words))
    return () => cancelAnimationFrame(frame)
  }, [setDocumentTitle, title, words])
  return null
}
