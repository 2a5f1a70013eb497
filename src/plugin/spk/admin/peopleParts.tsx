import type { ReactElement } from 'react'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { Section } from '../../kernel/admin/Section'
import { formatRupiah } from '../../kernel/money'
import { slugsOf } from '../../kernel/payload'
import { formatInstantShort } from '../../kernel/time'
import { spkMachine } from '../machine'
import { DeedButton } from './DeedButton'
import { Facts } from './Facts'
import { HandOverForm } from './HandOverForm'
import { NikButton } from './NikButton'
import type { Shown } from './view'

/** Who the customer is, and what was ordered (F1, F6). */
export const CustomerPart = ({ desk, found, locale, payload, text }: Shown): ReactElement => {
  const { panel, scene } = found
  const orders = `${payload.config.routes.admin}/collections/${slugsOf(payload).orders}`
  const { challenge, identity, nikMasked, number, orderId, signBy, state } = scene
  return (
    <Section id="spk-customer" title={text.customer}>
      <Facts
        facts={[
          [text.state, <MachineBadge key="s" locale={locale} machine={spkMachine} state={state} />],
          [text.title, number],
          [text.customer, <bdi key="c">{scene.customerName}</bdi>],
          [
            text.email,
            <a href={`mailto:${scene.email}`} key="e">
              {scene.email}
            </a>,
          ],
          [
            text.phone,
            <a
              href={`https://wa.me/${scene.phone.replace(/\D/g, '')}`}
              key="p"
              rel="noreferrer"
              target="_blank"
            >
              {scene.phone}
            </a>,
          ],
          [text.notes, panel.notes],
          [text.name, identity.name === scene.customerName ? null : identity.name],
          [
            'NIK',
            nikMasked ? (
              <span key="n">
                {nikMasked} <NikButton path={desk.path} />
              </span>
            ) : null,
          ],
          [
            text.order,
            <a href={`${orders}/${orderId}`} key="o">
              {scene.orderNumber} · {scene.title}
            </a>,
          ],
          [text.total, formatRupiah(scene.total, locale)],
          [text.challenge, challenge],
          [text.attempts, scene.attempts > 0 ? scene.attempts : null],
          [text.signBy, signBy ? formatInstantShort(new Date(signBy), locale) : null],
        ]}
      />
    </Section>
  )
}

/** Who looks after it, and to whom it can be given. */
export const AssigneePart = ({ desk, found, locale, text }: Shown): ReactElement => {
  const { handOvers, workers } = found.panel
  const { assignee } = found.scene
  return (
    <Section id="spk-assignee" title={text.assignee}>
      <p>
        <bdi>{workers.find(({ id }) => id === assignee)?.name ?? text.nobody}</bdi>
      </p>
      <ul className="lunas-attempts">
        {handOvers.map(({ at, by, note, to }) => (
          <li key={at}>
            {formatInstantShort(new Date(at), locale)}: <bdi>{by}</bdi> {text.to} <bdi>{to}</bdi>
            <p className="lunas-step__reason">{note}</p>
          </li>
        ))}
      </ul>
      <details>
        <summary>{text.handOver}</summary>
        <HandOverForm desk={desk} workers={workers.filter(({ id }) => id !== assignee)} />
      </details>
    </Section>
  )
}

/** What the customer owes elsewhere: it stands before an acceptance (E8). */
export const ArrearsPart = ({ desk, found, locale, text }: Shown): null | ReactElement => {
  const { arrears } = found.panel
  return arrears.length === 0 ? null : (
    <Section id="spk-arrears" title={text.arrears}>
      <ul className="lunas-attempts">
        {arrears.map(({ amount, orderId, orderNumber, since }) => (
          <li key={orderId}>{text.owes(formatRupiah(amount, locale), orderNumber, since)}</li>
        ))}
      </ul>
      <p>{text.arrearsHint}</p>
      <DeedButton deed="choice" desk={desk} done={text.choiceSent} label={text.choice} />
    </Section>
  )
}
