import type { Payload } from 'payload'

import { createHash } from 'node:crypto'

import type { ReportContent } from '../content'

import { isDomainError } from '../../kernel/errors'
import { toStream } from '../../kernel/files'
import {
  fireEvent,
  newId,
  queryRows,
  runInTransaction,
  sql,
  statementsOn,
  SYSTEM,
} from '../../kernel/payload'
import { drawSealed } from '../document/drawReport'
import { printPictures } from '../document/pictures'
import { REPORT } from '../content'
import { reportMachine } from '../machine'
import { openReportPassword } from '../password'
import { reportsRuntime } from '../runtime'
import { finishReport } from './finishReport'

type Ordered = { content: ReportContent; id: string; password: string; state: string }

const findOrdered = async (payload: Payload, reportId: string): Promise<Ordered | undefined> => {
  const [row] = await queryRows<Ordered>(
    payload,
    sql`select id, state, content, password from reports where id = ${reportId}`,
  )
  return row
}

/** False when the report has meanwhile been finished or withdrawn. */
const tryTo = async (
  payload: Payload,
  args: { event: 'begin' | 'fail'; failure?: string; id: string },
): Promise<boolean> => {
  const { event, failure = null, id } = args
  try {
    await runInTransaction(payload, (tx) =>
      fireEvent({
        actor: SYSTEM,
        event,
        id,
        machine: reportMachine,
        set: sql`failure = ${failure}`,
        table: 'reports',
        tx,
      }),
    )
    return true
  } catch (error) {
    if (isDomainError(error, 'event.notAllowed')) {
      return false
    }
    throw error
  }
}

const build = async (payload: Payload, { content, id, password }: Ordered): Promise<void> => {
  const { secret, store } = reportsRuntime.get(payload)
  const of = { ids: sql`${id}`, kind: REPORT }
  const bytes = await drawSealed(content, {
    password: openReportPassword({ owner: id, sealed: password, secret }),
    pictures: await printPictures(statementsOn(payload), { content, of }),
  })
  // Two builders, one of them taken for dead, must not write into one file.
  const key = `reports/${id}/${newId()}.pdf`
  const { size } = await store.write(key, toStream(bytes))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const outdated = await finishReport(payload, { id, key, password, sha256, size })
  if (outdated) {
    await store.remove(outdated)
  }
}

/**
 * Builds the file of a report that was issued. Safe to run twice: what is ready or withdrawn stays.
 *
 * @throws whatever the store has to say; the report is marked as failed then, and tried again
 */
export const buildReport = async (payload: Payload, reportId: string): Promise<void> => {
  if (!(await tryTo(payload, { event: 'begin', id: reportId }))) {
    return
  }
  const ordered = await findOrdered(payload, reportId)
  if (!ordered) {
    return
  }
  try {
    await build(payload, ordered)
  } catch (error) {
    const failure = error instanceof Error ? error.message.slice(0, 500) : 'Unknown'
    await tryTo(payload, { event: 'fail', failure, id: reportId })
    throw error
  }
}
