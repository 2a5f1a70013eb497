import type { MailGround } from './ground'

/** What became of the messages of one run. */
export type OutboxVerdict = {
  /** Came more than once; each further copy counts. */
  doubled: number
  /** Never came, or came without their row knowing; in words. */
  faults: string[]
  lost: number
  /** Mails at the server that no row of the run knows. */
  strange: number
  tried: number
}

type Row = { id: string; messageId: null | string; state: string }

const ROWS = `select id, state, message_id as "messageId" from notifications
  where subject_id like 'order-' || $1 || '-%'`

/** The domain of the sender of every stand. */
const DOMAIN = 'lunas.test'

/** Joins the rows of one run to the Message-IDs at the mail server, both ways. */
export const judgeOutbox = async (args: {
  ground: Pick<MailGround, 'catcher' | 'database'>
  run: string
}): Promise<OutboxVerdict> => {
  const { ground, run } = args
  const rows = await ground.database.rows<Row>(ROWS, [run])
  const counts = await ground.catcher.counts()
  const faults: string[] = []
  let doubled = 0
  let lost = 0
  for (const { id, messageId, state } of rows) {
    const wanted = `<${id}@${DOMAIN}>`
    const copies = counts.get(wanted) ?? 0
    counts.delete(wanted)
    if (copies === 0 || state !== 'sent' || messageId !== wanted) {
      lost++
      faults.push(`${id} is ${state} as ${messageId}, and came ${copies} times`)
    }
    doubled += Math.max(0, copies - 1)
  }
  const strange = [...counts.values()].reduce((sum, copies) => sum + copies, 0)
  return { doubled, faults, lost, strange, tried: rows.length }
}
