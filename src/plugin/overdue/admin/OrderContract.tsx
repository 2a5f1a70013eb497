import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { Section } from '../../kernel/admin/Section'
import { isAdminVisit, isOwnerVisit, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { addDays, clock, formatDay, wibDayOf } from '../../kernel/time'
import { lastChanceDay } from '../chances/rules'
import { MAX_TENOR } from '../../plans'
import { findPanelContract, type PanelContract } from '../queries/findPanelContract'
import { overdueRuntime } from '../runtime'
import { ChanceForms } from './ChanceForms'
import { Chances, Contract, OverdueCase, Service } from './contractParts'
import { CONTRACT_TEXTS } from './contractTexts'
import { ReviseForm } from './ReviseForm'
import { TransferForm } from './TransferForm'

const isOwing = ({ contract }: PanelContract): boolean =>
  contract.standing.left > 0 || contract.standing.fees > 0

/** Whether a new schedule would have anything to replace. */
const isRevisable = ({ contract }: PanelContract): boolean =>
  contract.standing.debts.some(
    ({ kind, paid, state }) => kind === 'instalment' && state === 'open' && paid === 0,
  )

/**
 * The contract of an order on its page in the panel: how it stands, its case, its chances, whether its
 * service is wanted on, and what staff may do. Nothing for orders that are paid at once.
 */
export const OrderContract = async (
  props: { orderId: string } & Pick<ServerProps, 'i18n' | 'payload' | 'user'>,
): Promise<null | ReactElement> => {
  const { i18n, orderId, payload } = props
  const found = isAdminVisit(props) ? await findPanelContract(payload, orderId) : null
  if (!found) {
    return null
  }
  const locale = resolvePanelLocale(i18n.language)
  const text = CONTRACT_TEXTS[locale]
  const part = { found, locale, text }
  const slugs = slugsOf(payload)
  const today = wibDayOf(clock.now())
  const last = lastChanceDay(today, overdueRuntime.get(payload).chanceDays)
  const chanceIn = (state: string) => found.chances.find((chance) => chance.state === state)
  return (
    <Section id="lunas-contract" title={text.title}>
      <Contract {...part} />
      <OverdueCase {...part} />
      <Service {...part} />
      <Chances {...part} />
      <ChanceForms
        canGrant={found.contract.standing.arrears !== null && !chanceIn('active')}
        first={addDays(today, 1)}
        isRequested={chanceIn('requested') !== undefined}
        isRunning={chanceIn('active') !== undefined}
        last={last}
        lastWords={formatDay(last, locale)}
        orderId={orderId}
        path={`/${slugs.overdueCases}/chances`}
        wished={chanceIn('requested')?.wishedUntil ?? null}
      />
      {isOwing(found) ? (
        <TransferForm orderId={orderId} path={`/${slugs.contracts}`} today={today} />
      ) : null}
      {isOwnerVisit(props) && isRevisable(found) ? (
        <ReviseForm
          first={addDays(today, 1)}
          maxTenor={MAX_TENOR}
          orderId={orderId}
          path={`/${slugs.contracts}`}
          tenor={found.contract.terms.tenor}
        />
      ) : null}
    </Section>
  )
}
