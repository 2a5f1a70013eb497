'use client'

import type { ReactElement } from 'react'

import { useRowLabel } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { WEEKDAY_NAMES } from '../weekdays'

type Row = {
  closes?: string
  day?: string
  isOff?: boolean
  opens?: string
  weekday?: keyof typeof WEEKDAY_NAMES
}

const TEXT = { en: { off: 'not available' }, id: { off: 'tidak tersedia' } }

/** A closed row of hours as what it says: `Senin 09:00–12:00`. */
export const HoursLabel = (): ReactElement => {
  const locale = usePanelLocale()
  const { data, rowNumber } = useRowLabel<Row>()
  const { closes, day, isOff, opens, weekday } = data
  const name = weekday ? WEEKDAY_NAMES[weekday][locale] : (day ?? String((rowNumber ?? 0) + 1))
  const hours = isOff ? TEXT[locale].off : opens && closes ? `${opens}–${closes}` : ''
  return <span>{`${name} ${hours}`.trim()}</span>
}
