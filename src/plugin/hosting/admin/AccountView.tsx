import type { DocumentViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { notFound } from 'next/navigation'

import type { PanelAccount } from '../queries/findPanelAccount'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { Records, Section } from '../../kernel/admin/Section'
import type { Locale } from '../../kernel/errors'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { formatDay, formatInstantShort, wibDay } from '../../kernel/time'
import { hostingMachine } from '../accounts/machine'
import { SWITCHED } from '../accounts/want'
import { OBSERVED_WORDS, WANTED_WORDS } from '../accounts/words'
import { BLOCKER_KINDS } from '../blockers/machine'
import { findPanelAccount } from '../queries/findPanelAccount'
import { DEED_WORDS, runbookMachine } from '../runbook/machine'
import { EndingButtons, LookButton, TerminateForm } from './AccountDeeds'
import { HOSTING_TEXTS } from './texts'
import { FACT_WORDS, OUTCOME_WORDS, VERB_WORDS } from './words'

type Part = {
  account: PanelAccount
  locale: Locale
  orderUrl: string
  path: string
  taskUrl: string
}

type Lines = readonly (readonly [string, null | string | undefined])[]

/** What is known, by its name; what is not known is left out. */
const Facts = ({ lines }: { lines: Lines }): ReactElement => (
  <dl className="lunas-facts">
    {lines
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

const wordOf = (
  words: Readonly<Record<string, { label: Record<Locale, string> }>>,
  word: string,
  locale: Locale,
): string => words[word]?.label[locale] ?? word

const at = (instant: null | string, locale: Locale): null | string =>
  instant ? formatInstantShort(new Date(instant), locale) : null

const Standing = ({ account, locale, path }: Part): ReactElement => {
  const text = HOSTING_TEXTS[locale]
  const { lastError, nextTryAt, observed, observedAt, wanted, wantedReason } = account
  const seen = [wordOf(OBSERVED_WORDS, observed, locale), at(observedAt, locale)]
  return (
    <Section id="lunas-standing" title={text.standing}>
      <Facts
        lines={[
          [
            text.wanted,
            [wordOf(WANTED_WORDS, wanted, locale), wantedReason].filter(Boolean).join(': '),
          ],
          [text.observed, seen.filter(Boolean).join(', ')],
          [text.lastError, lastError],
          [text.nextTry, at(nextTryAt, locale)],
        ]}
      />
      {SWITCHED.includes(account.state) ? <LookButton path={path} /> : null}
    </Section>
  )
}

const Service = ({ account, locale, orderUrl }: Part): ReactElement => {
  const text = HOSTING_TEXTS[locale]
  const { customerName, endsOn, facts, hosts, name, reference, region, request, server } = account
  return (
    <Section id="lunas-service" title={text.service}>
      <p>
        <a href={orderUrl}>{account.orderNumber}</a> · <bdi>{customerName}</bdi>
      </p>
      <Facts
        lines={[
          [text.domain, (hosts ?? []).join(', ')],
          [text.server, server],
          [text.region, region],
          [text.name, name],
          [text.package, account.package],
          [text.reference, reference],
          [text.endsOn, endsOn ? formatDay(wibDay(endsOn), locale) : null],
          ...Object.entries(facts ?? {}).map(
            ([key, value]) => [wordOf(FACT_WORDS, key, locale), value] as const,
          ),
        ]}
      />
      {request && Object.keys(request).length > 0 ? (
        <>
          <h3>{text.request}</h3>
          <Facts
            lines={Object.entries(request).map(([key, value]) => [
              wordOf(FACT_WORDS, key, locale),
              String(value),
            ])}
          />
        </>
      ) : null}
    </Section>
  )
}

const Blockers = ({ account, locale }: Part): null | ReactElement => {
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

const Ending = ({ account, locale, path }: Part): null | ReactElement => {
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

const Tasks = ({ account, locale, taskUrl }: Part): null | ReactElement => {
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

const Calls = ({ account, locale }: Part): ReactElement => {
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

/** The page of one service in the panel, for admins and owners. */
export const AccountView = async (props: DocumentViewServerProps): Promise<ReactElement> => {
  const { doc, initPageResult } = props
  const { req } = initPageResult
  const { payload } = req
  const account = isAdmin({ req }) ? await findPanelAccount(payload, String(doc.id)) : null
  if (!account) {
    notFound()
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const slugs = slugsOf(payload)
  const collections = `${payload.config.routes.admin}/collections`
  const part: Part = {
    account,
    locale,
    orderUrl: `${collections}/${slugs.orders}/${account.orderId}`,
    path: `/${slugs.hostingAccounts}/${account.id}`,
    taskUrl: `${collections}/${slugs.hostingTasks}`,
  }
  const list = { label: 'Hosting', url: `${collections}/${slugs.hostingAccounts}` }
  return (
    <main className="gutter--left gutter--right lunas-order">
      <Breadcrumb steps={[list, { label: account.domain ?? account.title }]} />
      <p className="lunas-order__states">
        <MachineBadge locale={locale} machine={hostingMachine} state={account.state} />
      </p>
      <div className="lunas-order__grid">
        <div>
          <Standing {...part} />
          <Blockers {...part} />
          <Tasks {...part} />
          <Calls {...part} />
        </div>
        <div>
          <Service {...part} />
          <Ending {...part} />
        </div>
      </div>
    </main>
  )
}
