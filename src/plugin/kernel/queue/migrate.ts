import { makeWorkerUtils } from 'graphile-worker'

/** How often a key is asked for that a worker takes at the same moment; twice is next to never. */
const MOST_TRIES = 10

/**
 * `add_job` of the engine wakes a worker whether or not the job is due, and takes the long way for a
 * job that nothing collides with. This one adds it in one step and wakes nobody before its time; what
 * becomes of a key that is taken is left to the engine. The engine adds nothing, and says nothing, when a
 * worker takes the job of that key between its two looks: then there is something to do for a job that
 * has begun already, so it is asked again, and gives that job's key to a new one.
 */
const ADD_JOB = `
  create or replace function graphile_worker.lunas_add_job(
    identifier text, payload json, run_at timestamptz, max_attempts int, job_key text,
    priority int, job_key_mode text, announce boolean
  ) returns bigint language plpgsql as $$
  #variable_conflict use_column
  declare
    v_task int;
    v_job bigint;
    v_kept bigint;
  begin
    select t.id into v_task from graphile_worker._private_tasks t
      where t.identifier = lunas_add_job.identifier;
    if v_task is null then
      insert into graphile_worker._private_tasks (identifier) values (lunas_add_job.identifier)
        on conflict do nothing;
      select t.id into v_task from graphile_worker._private_tasks t
        where t.identifier = lunas_add_job.identifier;
    end if;
    for v_try in 1..${MOST_TRIES} loop
      insert into graphile_worker._private_jobs
        (task_id, payload, run_at, max_attempts, key, priority)
      values (v_task, lunas_add_job.payload, coalesce(lunas_add_job.run_at, now()),
        lunas_add_job.max_attempts, lunas_add_job.job_key, lunas_add_job.priority)
      on conflict (key) do nothing
      returning id into v_job;
      exit when v_job is not null;
      v_kept := (graphile_worker.add_job(lunas_add_job.identifier, lunas_add_job.payload, null,
        lunas_add_job.run_at, lunas_add_job.max_attempts, lunas_add_job.job_key,
        lunas_add_job.priority, null, lunas_add_job.job_key_mode)).id;
      if v_kept is not null then
        return v_kept;
      end if;
    end loop;
    if v_job is null then
      raise exception 'The job % could not be added', lunas_add_job.job_key;
    end if;
    if announce and (lunas_add_job.run_at is null or lunas_add_job.run_at <= now()) then
      perform pg_notify('jobs:insert', '{"r":' || random()::text || ',"count":1}');
    end if;
    return v_job;
  end $$`

/** As it was called before it could be quiet: two of one name would make every call ambiguous. */
const DROP_FORMER = `drop function if exists
  graphile_worker.lunas_add_job(text, json, timestamptz, int, text, int, text)`

/**
 * Creates or updates the queue's own schema `graphile_worker`. It lives outside Payload's
 * migrations: the engine owns it. Safe to run at any time and by several processes at once.
 */
export const migrateQueue = async (args: { connectionString: string }): Promise<void> => {
  const engine = await makeWorkerUtils({
    connectionString: args.connectionString,
    maxPoolSize: 1,
  })
  try {
    await engine.migrate()
    // The sweep asks every second which jobs are locked; without it that reads the whole queue.
    await engine.withPgClient((client) =>
      client.query(`create index if not exists lunas_jobs_locked
        on graphile_worker._private_jobs (locked_by) where locked_by is not null`),
    )
    await engine.withPgClient((client) => client.query(`${DROP_FORMER}; ${ADD_JOB}`))
  } finally {
    await engine.release()
  }
}
