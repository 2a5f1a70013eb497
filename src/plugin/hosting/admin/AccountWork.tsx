import type { ReactElement } from 'react'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { Records, Section } from '../../kernel/admin/Section'
import { formatDay, wibDay } from '../../kernel/time'
import { OBSERVED_WORDS } from '../accounts/words'
import { BLOCKER_KINDS } from '../blockers/machine'
import { DEED_WORDS, runbookMachine } from '../runbook/machine'
import { EndingButtons, TerminateForm } from './AccountDeeds'
import { type AccountPart, at, wordOf } from './AccountFacts'
import { HOSTING_TEXTS } from './texts'
import { OUTCOME_WORDS, VERB_WORDS } from './words'

/** Why it is off. */
export const Blockers = ({ account, locale }: AccountPart): null | ReactElement => {
  const text = HOSTING_TEXTS[locale]
  return account.blockers.length === 0 ? null : (
    <Section id="lunas-blockers" title={text.blockers}>
      <ul>
        {account.blockers.map(({ kind, reason, setBy }) => (
          <li key={kind}>
            <strong>{BLOCKER_KINDS[kind].label[locale]}</strong>: {reason} ({text.by} {setBy})
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Its end, which people decide. */
export const Ending = ({ account, locale, path }: AccountPart): null | ReactElement => {
  const text = HOSTING_TEXTS[locale]
  const { exportUntil, terminationAgreedBy, terminationBy, terminationReason } = account
  if (['dropped', 'terminated'].includes(account.state)) {
    return null
  }
  return (
    <Section id="lunas-ending" title={text.ending}>
      {terminationBy ? (
        <>
          <p>
            {text.endingAsked(terminationBy)}: {terminationReason}
          </p>
          {terminationAgreedBy ? (
            <p>
              {text.agreed}: {terminationAgreedBy}
              {exportUntil ? `. ${text.exportUntil} ${formatDay(wibDay(exportUntil), locale)}` : ''}
            </p>
          ) : null}
          <EndingButtons isAgreed={terminationAgreedBy !== null} path={path} />
        </>
      ) : (
        <TerminateForm path={path} />
      )}
    </Section>
  )
}

/** What people are to do for it. */
export const Tasks = ({ account, locale, taskUrl }: AccountPart): null | ReactElement => {
  const text = HOSTING_TEXTS[locale]
  return account.tasks.length === 0 ? null : (
    <Section id="lunas-tasks" title={text.tasks}>
      <ul>
        {account.tasks.map(({ deed, dueAt, id, state }) => (
          <li key={id}>
            <a href={`${taskUrl}/${id}`}>{wordOf(DEED_WORDS, deed, locale)}</a> ·{' '}
            <MachineBadge locale={locale} machine={runbookMachine} state={state} /> · {text.due}{' '}
            {at(dueAt, locale)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What was asked of its server. */
export const Calls = ({ account, locale }: AccountPart): ReactElement => {
  const text = HOSTING_TEXTS[locale]
  return (
    <Section id="lunas-calls" title={text.calls}>
      {account.calls.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Records
          caption={text.calls}
          head={text.callsHead}
          rows={account.calls.map(({ begunAt, detail, id, outcome, verb }) => ({
            cells: [
              at(begunAt, locale),
              wordOf(VERB_WORDS, verb, locale),
              outcome ? wordOf(OUTCOME_WORDS, outcome, locale) : '…',
              wordOf(OBSERVED_WORDS, detail ?? '', locale),
            ],
            key: id,
          }))}
        />
      )}
    </Section>
  )
}
