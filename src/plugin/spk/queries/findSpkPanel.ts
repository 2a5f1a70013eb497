import type { Payload } from 'payload'

import type { MeteraiMode } from '../content'
import type { SpkFault } from '../template'
import type { SpkFileKind } from '../words'
import type { SpkRemark, SpkScene } from './scene'

import { type Arrears, findArrears } from '../../instalments'
import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { WORKERS } from '../../staff'
import { spkMachine } from '../machine'
import { type Looker, noteSight } from '../papers/looks'
import { buildDraft } from '../staff/buildDraft'
import { SPK_DESK } from '../words'
import { findSpk } from './scene'

/** A file as the panel lists it, of whatever edition. */
export type PanelFile = {
  broughtBy: string
  createdAt: string
  edition: number
  fault: null | string
  id: string
  kind: SpkFileKind
  mime: string
  sha256: string
  size: number
}

/** One step of the history. */
export type PanelStep = {
  at: string
  by: null | string
  event: string
  machine: string
  reason: null | string
}

/** Everything that staff see of one agreement. */
export type SpkPanel = {
  arrears: Arrears[]
  files: PanelFile[]
  handOvers: { at: string; by: string; note: string; to: string }[]
  looks: { at: string; by: null | string; file: null | string; role: string; what: string }[]
  notes: null | string
  remarks: { edition: number; remarks: SpkRemark[] }[]
  /** The newest try of the shop's own account to affix an e-Meterai. */
  stamp: null | { failure: null | string }
  steps: PanelStep[]
  templates: { id: string; mode: MeteraiMode; name: string }[]
  workers: { id: string; name: string }[]
}

const LISTS = (id: string) => sql`
  (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'edition', f.edition::int,
      'sha256', f.sha256, 'size', f.size::float8, 'mime', f.mime, 'broughtBy', f.brought_by,
      'fault', f.fault, 'createdAt', f.created_at) order by f.created_at desc), '[]')
    from spk_files f where f.spk_id = ${id} and f.kind <> 'preview') as files,
  (select coalesce(json_agg(json_build_object('at', h.created_at, 'by', h.by_name, 'note', h.note,
      'to', coalesce(w.name, w.email)) order by h.created_at desc), '[]')
    from spk_handovers h left join staff w on w.id = h.to_staff where h.spk_id = ${id}) as "handOvers",
  (select coalesce(json_agg(l), '[]') from (select a.at, a.by_name as by, a.by_role as role, a.what,
      a.file from spk_accesses a where a.spk_id = ${id} order by a.at desc limit 50) l) as looks,
  (select coalesce(json_agg(json_build_object('edition', e.edition::int, 'remarks', e.remarks)
      order by e.edition desc), '[]')
    from spk_editions e where e.spk_id = ${id} and e.remarks is not null) as remarks,
  (select coalesce(json_agg(json_build_object('at', t.at, 'by', t.actor_label, 'event', t.event,
      'machine', t.machine, 'reason', t.reason) order by t.at, t.seq), '[]')
    from transitions t where t.machine in (${spkMachine.name}, ${SPK_DESK}) and t.subject = ${id}) as steps,
  (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'mode', m.mode)
      order by m.name), '[]') from spk_templates m where m.is_active) as templates,
  (select json_build_object('failure', p.failure) from spk_stamps p where p.spk_id = ${id}
    order by p.created_at desc limit 1) as stamp,
  ${WORKERS} as workers`

const findLists = async (tx: Tx, { id, orderId }: SpkScene): Promise<Omit<SpkPanel, 'arrears'>> => {
  const [row] = await tx.rows<Omit<SpkPanel, 'arrears'>>(
    sql`select ${LISTS(id)}, (select o.notes from orders o where o.id = ${orderId}) as notes`,
  )
  if (!row) {
    throw new Error('A select without from answers one row')
  }
  return row
}

/**
 * One agreement with all that staff need to work on it, and what a draft still lacks; null when there
 * is none. The look is on record. Whoever calls has checked that it is staff.
 */
export const findSpkPanel = (
  payload: Payload,
  { by, id }: { by: Looker; id: string },
): Promise<null | { faults: SpkFault[]; panel: SpkPanel; scene: SpkScene }> =>
  runInTransaction(payload, async (tx) => {
    const scene = await findSpk(tx, sql`s.id = ${id}`)
    if (!scene) {
      return null
    }
    await noteSight(tx, { by, file: 'panel', spkId: id })
    const lists = await findLists(tx, scene)
    const arrears = await findArrears(tx, scene.customerId)
    const { faults } = scene.state === 'draft' ? await buildDraft(tx, scene) : { faults: [] }
    return { faults, panel: { ...lists, arrears }, scene }
  })
