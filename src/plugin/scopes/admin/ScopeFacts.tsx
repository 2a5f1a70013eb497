import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { ScopeStep } from '../queries/findScope'
import type { ScopeRow } from '../queries/scene'

import { formatInstant, formatInstantShort } from '../../kernel/time'
import { scopeMachine } from '../machine'
import { CAPACITIES } from '../rules'
import { SIGHT_WORDS } from '../words'
import { SCOPE_PANEL } from './scopeTexts'

type PartProps = { locale: Locale; scope: ScopeRow }

const Rows = ({ rows }: { rows: readonly (readonly [string, null | string])[] }): ReactElement => (
  <dl className="lunas-facts lunas-facts--column">
    {rows.map(([name, value]) =>
      value ? (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="lunas-scope__value">{value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)

const when = (at: null | string, locale: Locale): null | string =>
  at && formatInstant(new Date(at), locale)

/** What the customer has written, and how he has signed it. */
export const Written = ({ locale, scope }: PartProps): ReactElement => {
  const text = SCOPE_PANEL[locale]
  const { domain, hosts, signedAt, signedHash, signedText, signerCapacity } = scope
  const capacity = signerCapacity ? CAPACITIES[signerCapacity][locale] : ''
  const signer = [scope.signerName, scope.signerPosition, capacity].filter(Boolean).join(', ')
  return (
    <>
      <Rows
        rows={[
          [text.domain, domain],
          [text.hosts, (hosts ?? []).join('\n')],
          [text.outOfScope, scope.outOfScope],
          [text.allowedTimes, scope.allowedTimes],
          [text.emergencyContact, scope.emergencyContact],
          [text.technology, scope.technology],
          [text.testAccount, scope.testAccount],
          [text.authorised, `${signer} · ${when(signedAt, locale) ?? ''}`],
        ]}
      />
      <details className="lunas-session__past">
        <summary>{text.wording}</summary>
        <p>{signedText}</p>
        <p>
          {text.hash}: <code className="lunas-hash">{signedHash}</code>
        </p>
      </details>
    </>
  )
}

/** Whether the domain is proven; what the last look has seen while it is not. */
export const Proof = ({ locale, scope }: PartProps): ReactElement => {
  const text = SCOPE_PANEL[locale]
  const { look, provenAt, provenBy } = scope
  return (
    <>
      <h3 className="lunas-session__summary">{text.proof}</h3>
      {provenBy ? (
        <p>
          {text.proven[provenBy]} · {when(provenAt, locale)}
          {provenBy === 'waiver' ? ` · ${text.reason}: ${scope.waivedReason}` : ''}
        </p>
      ) : (
        <Rows
          rows={[
            [text.dns, look && SIGHT_WORDS[look.dns][locale]],
            [text.file, look && SIGHT_WORDS[look.file][locale]],
            [text.checked, when(scope.lookedAt, locale)],
            [text.proofUntil, when(scope.proofUntil, locale)],
          ]}
        />
      )}
    </>
  )
}

const labelOf = (event: string, locale: Locale): string =>
  scopeMachine.moves.find((move) => move.event === event)?.label[locale] ?? event

/** Who did what with it, the newest first. */
export const Past = (props: { history: readonly ScopeStep[]; locale: Locale }): ReactElement => {
  const { history, locale } = props
  const text = SCOPE_PANEL[locale]
  return (
    <details className="lunas-session__past">
      <summary>
        {text.history} ({history.length})
      </summary>
      <ol className="lunas-history">
        {history.map(({ actor, at, event, reason }) => (
          <li key={`${at}${event}`}>
            <p className="lunas-step">{labelOf(event, locale)}</p>
            <p className="lunas-step__by">
              {text.by} {actor} ·{' '}
              <time dateTime={at}>{formatInstantShort(new Date(at), locale)}</time>
            </p>
            {reason ? (
              <p className="lunas-step__reason">
                {text.reason}: {reason}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
