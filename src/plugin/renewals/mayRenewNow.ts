import type { Payload } from 'payload'

import { hostingRuntime, type PublicService } from '../hosting'
import { clock, wibDay, wibDayOf } from '../kernel/time'
import { canRenew } from './rules'

/** Whether the customer of a service may renew it today. */
export const mayRenewNow = (
  payload: Payload,
  {
    endsOn,
    renewal,
    state,
    wanted,
  }: Pick<PublicService, 'endsOn' | 'renewal' | 'state' | 'wanted'>,
): boolean => {
  const { renewalDays: days } = hostingRuntime.get(payload)
  const isThere = (state === 'active' || state === 'suspended') && wanted !== 'gone'
  const last = endsOn === null ? null : wibDay(endsOn)
  return (
    isThere && renewal === null && canRenew({ days, endsOn: last, today: wibDayOf(clock.now()) })
  )
}
