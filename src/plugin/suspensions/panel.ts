import type { Config, Payload } from 'payload'

import type { Labels } from '../kernel/errors'

import { addPanelView } from '../kernel/payload'
import { SUSPENSIONS_PATH } from './paths'
import { countServices, type ServiceFilter } from './queries/findServiceRows'

const PANEL = '/plugin/suspensions/admin'

/** Adds the list of services that are off or should be. */
export const addSuspensionViews = (config: Config): Config =>
  addPanelView(config, {
    component: `${PANEL}/SuspensionsView#SuspensionsView`,
    link: `${PANEL}/SuspensionsLink#SuspensionsLink`,
    name: 'suspensions',
    path: SUSPENSIONS_PATH,
  })

type Todo = { count: number; label: Labels; urgent: boolean; url: string }

/** Who has paid and is still off, what is not as it is wanted, and ends to be decided, for the board. */
export const findSuspensionTodos = async (payload: Payload): Promise<Todo[]> => {
  const counts = await countServices(payload)
  const urlOf = (filter: ServiceFilter): string =>
    `${payload.config.routes.admin}${SUSPENSIONS_PATH}?tampil=${filter}`
  return [
    {
      count: counts.paidButOff,
      label: { en: 'Paid but still off', id: 'Lunas tetapi layanan masih mati' },
      urgent: true,
      url: urlOf('paidButOff'),
    },
    {
      count: counts.apart,
      label: { en: 'Services not as wanted', id: 'Layanan belum sesuai keinginan' },
      urgent: true,
      url: urlOf('apart'),
    },
    {
      count: counts.ending,
      label: { en: 'Ends of services to be decided', id: 'Akhir layanan perlu diputuskan' },
      urgent: false,
      url: urlOf('ending'),
    },
  ]
}
