import type { Payload } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'

import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { Records, Section } from '../../kernel/admin/Section'
import { formatBytes } from '../../kernel/bytes'
import { panelButtons } from '../../kernel/machine'
import { slugsOf } from '../../kernel/payload'
import { Story } from '../../kernel/admin/Story'
import { formatInstant } from '../../kernel/time'
import { entitlementMachine, packageMachine } from '../machine'
import { findEntitlement, type PanelEntitlement } from '../queries/findEntitlement'
import { RIGHT_TEXTS } from './rightTexts'

type PartProps = { locale: Locale; right: PanelEntitlement }

const Packages = ({ locale, right }: PartProps): ReactElement => {
  const text = RIGHT_TEXTS[locale]
  return (
    <Records
      caption={text.title}
      head={[text.version, text.state, text.size, text.uses, 'SHA-256']}
      rows={right.packages.map(({ allowed, failure, id, sha256, size, state, used, version }) => ({
        cells: [
          version,
          <span key="state">
            <MachineBadge locale={locale} machine={packageMachine} state={state} />
            {failure ? ` ${failure}` : ''}
          </span>,
          size === null ? '–' : formatBytes(size, locale),
          text.usesOf(used, allowed),
          <code className="lunas-hash" key="hash">
            {sha256 ?? '–'}
          </code>,
        ],
        key: id,
      }))}
    />
  )
}

/** Who did what, and when somebody fetched, the newest first. */
const Past = ({ locale, right }: PartProps): ReactElement => {
  const text = RIGHT_TEXTS[locale]
  const labelOf = (event: string): string =>
    entitlementMachine.moves.find((move) => move.event === event)?.label[locale] ?? event
  const steps = [
    ...right.history.map(({ actor, at, event, reason }) => ({
      at,
      by: actor,
      key: `${event}${at}`,
      reason,
      what: labelOf(event),
    })),
    ...right.uses.map(({ at, version }) => ({
      at,
      key: `use${at}`,
      what: `${text.uses}: ${text.version} ${version}`,
    })),
  ]
  return steps.length === 0 ? <p>{text.noUses}</p> : <Story locale={locale} steps={steps} />
}

/** The files of a delivery, on its page: packages, uses, and what staff may do. The page has asked who looks. */
export const RightPart = async (props: {
  fulfilmentId: string
  locale: Locale
  payload: Payload
}): Promise<ReactElement> => {
  const { fulfilmentId, locale, payload } = props
  const text = RIGHT_TEXTS[locale]
  const right = await findEntitlement(payload, fulfilmentId)
  const { entitlements, releases } = slugsOf(payload)
  if (!right) {
    return (
      <Section id="lunas-files" title={text.title}>
        <p>
          {text.none}{' '}
          <a href={`${payload.config.routes.admin}/collections/${releases}`}>{text.releases}</a>
        </p>
      </Section>
    )
  }
  return (
    <Section id="lunas-files" title={text.title}>
      <p className="lunas-order__states">
        <MachineBadge locale={locale} machine={entitlementMachine} state={right.state} />
        <span>
          {text.validUntil} {formatInstant(new Date(right.validUntil), locale)}
        </span>
      </p>
      <Packages locale={locale} right={right} />
      <MoveButtons
        buttons={panelButtons(entitlementMachine)}
        collection={entitlements}
        id={right.id}
        size="small"
        state={right.state}
      />
      <Past locale={locale} right={right} />
    </Section>
  )
}
