'use client'

import { useEffect, useState } from 'react'

type LocalTimeProps = {
  /** ISO instant. */
  at: string
  /** With `{time}` where the clock goes. */
  label: string
  locale: string
  /** Stands on a coloured ground, whose ink it takes. */
  isPlain?: boolean
}

const WIB_MINUTES = -420

const writeLocal = (at: Date, locale: string): string => {
  const isOtherDay = at.getDate() !== new Date(at.getTime() - WIB_MINUTES * 60_000).getUTCDate()
  const format = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    hourCycle: 'h23',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(isOtherDay ? { weekday: 'short' } : {}),
  })
  return format.format(at)
}

/** The same instant on the visitor's own clock, when that is another one than Jakarta's. */
export function LocalTime({ at, isPlain = false, label, locale }: LocalTimeProps) {
  const [text, setText] = useState('')
  useEffect(() => {
    const date = new Date(at)
    if (date.getTimezoneOffset() !== WIB_MINUTES) {
      setText(label.replace('{time}', writeLocal(date, locale)))
    }
  }, [at, label, locale])
  return text ? (
    <span className={`block text-sm font-normal ${isPlain ? '' : 'text-muted'}`}>{text}</span>
  ) : null
}
