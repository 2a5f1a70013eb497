import type { ReactElement, ReactNode } from 'react'

import type { Locale } from '../errors'

import { formatInstantShort } from '../time'

/** One thing that happened. */
export type StoryStep = {
  at: Date | string
  /** Who did it; `sistem` is the shop itself. Null where it does not matter. */
  by?: null | string
  evidence?: null | string
  key: string
  /** What he did it for, or what he wrote. */
  note?: null | string
  reason?: null | string
  what: ReactNode
}

const TEXT = {
  en: { by: 'by', evidence: 'Evidence', reason: 'Reason', system: 'system' },
  id: { by: 'oleh', evidence: 'Bukti', reason: 'Alasan', system: 'sistem' },
}

const Step = ({ locale, step }: { locale: Locale; step: StoryStep }): ReactElement => {
  const { at, by, evidence, note, reason, what } = step
  const text = TEXT[locale]
  const when = new Date(at)
  const said = [
    reason && `${text.reason}: ${reason}`,
    evidence && `${text.evidence}: ${evidence}`,
    note,
  ]
  return (
    <li>
      <p className="lunas-step">{what}</p>
      <p className="lunas-step__by">
        <time dateTime={when.toISOString()}>{formatInstantShort(when, locale)}</time>
        {by ? (
          <>
            {' '}
            · {text.by} <bdi>{by === 'sistem' ? text.system : by}</bdi>
          </>
        ) : null}
      </p>
      {said.map((line) =>
        line ? (
          <p className="lunas-step__reason" key={line}>
            {line}
          </p>
        ) : null,
      )}
    </li>
  )
}

/** What happened, the newest first, each by whom and why. */
export const Story = (props: { locale: Locale; steps: readonly StoryStep[] }): ReactElement => (
  <ol className="lunas-history">
    {[...props.steps]
      .sort((a, b) => new Date(b.at).getTime() - new Date(a.at).getTime())
      .map((step) => (
        <Step key={step.key} locale={props.locale} step={step} />
      ))}
  </ol>
)
