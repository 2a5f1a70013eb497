import type { ReactElement, ReactNode } from 'react'

import type { PanelContract } from '../queries/findPanelContract'
import type { ContractTexts } from './contractTexts'

import { BLOCKER_KINDS } from '../../hosting'
import { Badge } from '../../kernel/admin/Badge'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import type { Locale } from '../../kernel/errors'
import { formatRupiah } from '../../kernel/money'
import { formatDay, formatInstantShort, type WibDay, wibDay } from '../../kernel/time'
import { overdueCaseMachine } from '../cases/machine'
import { chanceMachine } from '../chances/machine'

type Part = { found: PanelContract; locale: Locale; text: ContractTexts }

type Fact = readonly [name: string, value: ReactNode]

const Facts = ({ facts }: { facts: readonly Fact[] }): ReactElement => (
  <dl className="lunas-facts">
    {facts.map(([name, value]) =>
      value === null || value === undefined ? null : (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
)

const dayWords = (day: null | string | undefined, locale: Locale): null | string =>
  day ? formatDay(wibDay(day), locale) : null

/** How much of the contract is paid, and what was agreed. */
export const Contract = ({ found, locale, text }: Part): ReactElement => {
  const { contract } = found
  const { markup, payoff, revision, startedOn, standing, terms } = contract
  const { count, left, next, paid, paidCount, total } = standing
  const money = (amount: number): string => formatRupiah(amount, locale)
  return (
    <>
      <p className="lunas-contract__progress">
        <progress aria-label={text.paidOf(paidCount, count)} max={count} value={paidCount} />{' '}
        <strong>{text.paidOf(paidCount, count)}</strong>
      </p>
      <Facts
        facts={[
          [text.paid, money(paid)],
          [text.left, money(left)],
          [text.total, money(total)],
          [text.next, next && `${money(next.left)}, ${formatDay(next.dueOn, locale)}`],
          [text.payoff, left > 0 ? money(payoff.amount) : null],
          [text.cashPrice, money(contract.cashPrice)],
          [text.markup, markup > 0 ? money(markup) : null],
          [text.plan, terms.key],
          [text.revision, revision],
          [text.startedOn, dayWords(startedOn, locale)],
          [
            text.terms,
            `${text.months(terms.contractMonths)}, ${text.ladder[terms.ladder.suspension]}`,
          ],
        ]}
      />
    </>
  )
}

/** What is overdue, and how far the case is. */
export const OverdueCase = ({ found, locale, text }: Part): ReactElement => {
  const { case: newest, contract } = found
  const { arrears, fees, toBecomeCurrent } = contract.standing
  const open = newest && newest.state !== 'resolved' ? newest : null
  return (
    <>
      <h3 className="lunas-session__summary">{text.arrears}</h3>
      {arrears ? (
        <Facts
          facts={[
            [
              text.toBecomeCurrent,
              <strong key="t">{formatRupiah(toBecomeCurrent, locale)}</strong>,
            ],
            [
              text.arrears,
              `${formatRupiah(arrears.principal, locale)}, ${text.late(arrears.daysLate)}`,
            ],
            [text.fees, fees > 0 ? formatRupiah(fees, locale) : null],
          ]}
        />
      ) : (
        <p>
          {text.current}
          {fees > 0 ? ` ${text.fees}: ${formatRupiah(fees, locale)}.` : ''}
        </p>
      )}
      {open ? (
        <Facts
          facts={[
            [
              text.case,
              <MachineBadge
                key="k"
                locale={locale}
                machine={overdueCaseMachine}
                state={open.state}
              />,
            ],
            [text.opened, dayWords(open.openedOn, locale)],
            [text.asked, dayWords(open.askedOn, locale)],
            [text.proposed, dayWords(open.proposedOn, locale)],
            [text.suspendedOn, dayWords(open.suspendedOn, locale)],
          ]}
        />
      ) : null}
    </>
  )
}

/** Whether the service is wanted on, and why not. */
export const Service = ({ found, locale, text }: Part): ReactElement => {
  const { blockers } = found
  const isOff = blockers.length > 0
  return (
    <>
      <h3 className="lunas-session__summary">{text.service}</h3>
      <p>
        <Badge tone={isOff ? 'danger' : 'success'}>{isOff ? text.off : text.on}</Badge>
      </p>
      {isOff ? (
        <ul className="lunas-attempts">
          {blockers.map(({ at, kind, reason, setBy }) => (
            <li key={kind}>
              <strong>{BLOCKER_KINDS[kind].label[locale]}</strong>: {reason} · <bdi>{setBy}</bdi> ·{' '}
              {formatInstantShort(new Date(at), locale)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

const untilOf = (
  chance: { until: null | WibDay; wishedUntil: null | WibDay },
  { locale, text }: Pick<Part, 'locale' | 'text'>,
): string =>
  chance.until
    ? `${text.until} ${formatDay(chance.until, locale)}`
    : `${text.wished} ${dayWords(chance.wishedUntil, locale) ?? '–'}`

/** The chances that were asked for and granted, the newest first. */
export const Chances = ({ found, locale, text }: Part): ReactElement => (
  <>
    <h3 className="lunas-session__summary">{text.chances(found.given)}</h3>
    {found.chances.length === 0 ? <p>{text.noChances}</p> : null}
    <ul className="lunas-attempts">
      {found.chances.map((chance) => (
        <li key={chance.count}>
          <strong>{text.chance(chance.count)}</strong>{' '}
          <MachineBadge locale={locale} machine={chanceMachine} state={chance.state} />{' '}
          {untilOf(chance, { locale, text })}
          {chance.wish ? <p dir="auto">“{chance.wish}”</p> : null}
          {chance.reason ? (
            <p className="lunas-step__reason">
              {text.reason}: {chance.reason}
              {chance.decidedBy ? (
                <>
                  {' '}
                  · {text.decidedBy} <bdi>{chance.decidedBy}</bdi>
                </>
              ) : null}{' '}
              · {formatInstantShort(new Date(chance.at), locale)}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  </>
)
