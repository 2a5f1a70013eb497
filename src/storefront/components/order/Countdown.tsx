'use client'

import { useEffect, useState } from 'react'

import { clock } from '@/plugin/kernel/time'

import { announcedAt, formatRemaining } from '../../order/countdown'

type CountdownProps = {
  /** ISO instant. */
  deadline: string
  labels: {
    /** With `{days}`; told in place of a clock while two days and more are left. */
    daysLeft?: string
    expired: string
    minutesLeft: string
    remaining: string
  }
}

const leftUntil = (deadline: string): number => new Date(deadline).getTime() - clock.now().getTime()

const DAY_MS = 86_400_000

const write = (left: number, daysLeft: string | undefined): string =>
  daysLeft !== undefined && left >= 2 * DAY_MS
    ? daysLeft.replace('{days}', String(Math.floor(left / DAY_MS)))
    : formatRemaining(left)

/** A ticking remainder beside the absolute deadline; screen readers hear it at 60, 10 and 1 minutes. */
export function Countdown({ deadline, labels }: CountdownProps) {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const tick = (): void => setLeft(leftUntil(deadline))
    const timer = setInterval(tick, 1000)
    tick()
    return () => clearInterval(timer)
  }, [deadline])
  if (left === undefined) {
    return null
  }
  const minutes = announcedAt(left)
  return (
    <p className="mt-1 text-sm text-muted">
      <span aria-hidden="true">
        {left > 0 ? `${labels.remaining} ` : labels.expired}
        {left > 0 ? (
          <strong className="money text-ink">{write(left, labels.daysLeft)}</strong>
        ) : null}
      </span>
      <span aria-live="polite" className="sr-only">
        {minutes === undefined ? '' : labels.minutesLeft.replace('{minutes}', String(minutes))}
      </span>
    </p>
  )
}
