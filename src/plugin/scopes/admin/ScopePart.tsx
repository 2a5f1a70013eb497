import type { Payload } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { ScopeRow } from '../queries/scene'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { Section } from '../../kernel/admin/Section'
import { panelButtons } from '../../kernel/machine'
import { slugsOf } from '../../kernel/payload'
import { formatDay, wibDay } from '../../kernel/time'
import { scopeMachine } from '../machine'
import { findPanelScope } from '../queries/findScope'
import { isBeforeAnalysis } from '../rules'
import { AgreeForm } from './AgreeForm'
import { Past, Proof, Written } from './ScopeFacts'
import { SCOPE_PANEL } from './scopeTexts'

const dayOf = (day: string, locale: Locale): string => formatDay(wibDay(day), locale)

const Schedule = ({ locale, scope }: { locale: Locale; scope: ScopeRow }): null | ReactElement => {
  const text = SCOPE_PANEL[locale]
  const { agreedNote, readyOn, startsOn } = scope
  return startsOn && readyOn ? (
    <>
      <p>
        {text.startsOn} <strong>{dayOf(startsOn, locale)}</strong> · {text.readyOn}{' '}
        <strong>{dayOf(readyOn, locale)}</strong>
      </p>
      {agreedNote ? <p className="lunas-scope__value">{agreedNote}</p> : null}
    </>
  ) : null
}

/** What staff may do: agree on what is proven, ask for changes, waive a proof. */
const Deeds = (props: { delivery: string; scope: ScopeRow; slug: string }): null | ReactElement => {
  const { delivery, scope, slug } = props
  if (!isBeforeAnalysis(delivery)) {
    return null
  }
  const isAgreed = scope.state === 'agreed'
  return (
    <>
      <MoveButtons
        buttons={panelButtons(scopeMachine)}
        collection={slug}
        id={scope.id}
        state={scope.state}
      />
      {isAgreed || scope.state === 'proven' ? (
        <AgreeForm
          isAgreed={isAgreed}
          key={`${scope.revision}${scope.startsOn}${scope.readyOn}`}
          path={`/${slug}/${scope.id}`}
          readyOn={scope.readyOn ?? ''}
          revision={scope.revision}
          startsOn={scope.startsOn ?? ''}
        />
      ) : null}
    </>
  )
}

/** On the page of an analysis' delivery: what is agreed on before it begins. The page has asked who looks. */
export const ScopePart = async (props: {
  fulfilmentId: string
  locale: Locale
  payload: Payload
}): Promise<null | ReactElement> => {
  const { fulfilmentId, locale, payload } = props
  const found = await findPanelScope(payload, fulfilmentId)
  if (!found) {
    return null
  }
  const text = SCOPE_PANEL[locale]
  const { delivery, history, scope } = found
  if (!scope?.domain) {
    return (
      <Section id="lunas-scope" title={text.title}>
        <p>{text.none}</p>
      </Section>
    )
  }
  return (
    <Section id="lunas-scope" title={text.title}>
      <p className="lunas-order__states">
        <MachineBadge locale={locale} machine={scopeMachine} state={scope.state} />
      </p>
      {scope.state === 'changes' && scope.wanted ? (
        <p className="lunas-scope__value">
          {text.changes}: {scope.wanted}
        </p>
      ) : null}
      <Schedule locale={locale} scope={scope} />
      <Written locale={locale} scope={scope} />
      <Proof locale={locale} scope={scope} />
      <Deeds delivery={delivery} scope={scope} slug={slugsOf(payload).scopes} />
      <Past history={history} locale={locale} />
    </Section>
  )
}
