import { newId, sql, type Tx } from '../../kernel/payload'
import { addJobSql, jobPriority } from '../../kernel/queue'
import { clock } from '../../kernel/time'
import { buildJob } from '../jobs'

/** Orders the package of a release for a right, once. What was ordered before is left alone. */
export const orderPackage = async (
  tx: Pick<Tx, 'rows'>,
  args: { entitlementId: string; releaseId: string },
): Promise<void> => {
  const { entitlementId, releaseId } = args
  const at = clock.now().toISOString()
  await tx.rows(sql`with added as (
      insert into packages (id, entitlement_id, release_id, state, used, allowed, created_at, updated_at)
      select ${newId()}::uuid, e.id, ${releaseId}::uuid, 'wanted', 0, e.per_file,
        ${at}::timestamptz, ${at}::timestamptz
      from entitlements e where e.id = ${entitlementId} and e.state = 'active'
      on conflict (entitlement_id, release_id) do nothing returning id)
    select ${addJobSql({
      input: sql`json_build_object('packageId', added.id)`,
      priority: jobPriority.bulk,
      task: buildJob,
    })} from added`)
}
