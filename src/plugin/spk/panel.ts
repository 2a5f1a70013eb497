import type { Config, Payload } from 'payload'

import type { Labels } from '../kernel/errors'

import { addPanelView, queryRows, sql } from '../kernel/payload'
import { SPK_PATH } from './paths'
import { STAFF_STATES } from './queries/findSpkQueue'

const PANEL = '/plugin/spk/admin'

/** Adds the queue of agreements and the page of each one. */
export const addSpkViews = (config: Config): Config =>
  addPanelView(
    addPanelView(config, {
      component: `${PANEL}/SpkQueueView#SpkQueueView`,
      link: `${PANEL}/SpkLink#SpkLink`,
      name: 'spk',
      path: SPK_PATH,
    }),
    { component: `${PANEL}/SpkView#SpkView`, name: 'spkOne', path: `${SPK_PATH}/:id` },
  )

/** Agreements that wait for staff, for the board of what needs action. */
export const findSpkTodos = async (
  payload: Payload,
): Promise<{ count: number; label: Labels; urgent: boolean; url: string }[]> => {
  const [row] = await queryRows<{ review: number; waiting: number }>(
    payload,
    sql`select (count(*) filter (where state = 'underReview'))::int as review,
      (count(*) filter (where state <> 'underReview'))::int as waiting
      from spks where state in (${STAFF_STATES})`,
  )
  const url = `${payload.config.routes.admin}${SPK_PATH}`
  return [
    {
      count: row?.review ?? 0,
      label: { en: 'Signatures to look at', id: 'Tanda tangan perlu diperiksa' },
      urgent: true,
      url: `${url}?tampil=review`,
    },
    {
      count: row?.waiting ?? 0,
      label: { en: 'SPK waiting for us', id: 'SPK menunggu kita' },
      urgent: false,
      url,
    },
  ]
}
