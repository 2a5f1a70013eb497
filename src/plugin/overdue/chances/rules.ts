import { addDays, type WibDay } from '../../kernel/time'

/** The last WIB day until which a chance may be granted today. */
export const lastChanceDay = (today: WibDay, most: number): WibDay => addDays(today, most)

/** Whether a chance may run until this WIB day: from tomorrow on, and not beyond the limit. */
export const isChanceDay = (args: { most: number; today: WibDay; until: WibDay }): boolean =>
  args.until > args.today && args.until <= lastChanceDay(args.today, args.most)

/** Whether another chance may be granted: up to the limit by admins, beyond it by owners. */
export const mayGrant = (args: { given: number; most: number; role: string }): boolean =>
  args.role === 'owner' || args.given < args.most
