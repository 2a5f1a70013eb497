import type { Effect, ProxmoxStore, Task } from './store'
import { saysNo } from './words'

const apply = (store: ProxmoxStore, { id, kind }: Effect): void => {
  const guest = store.guests[id]
  if (guest === undefined) {
    return
  }
  if (kind === 'destroy') {
    delete store.guests[id]
  } else if (kind === 'unlock') {
    guest.lock = ''
  } else {
    guest.status = kind === 'start' ? 'running' : 'stopped'
    guest.wasSeen ||= kind === 'start'
  }
}

const endTask = (store: ProxmoxStore, task: Task): void => {
  if (task.effect && task.exitstatus === 'OK') {
    apply(store, task.effect)
  }
  delete task.effect
}

/** Time goes by: every call brings each running task nearer to its end. */
export const workOnTasks = (store: ProxmoxStore): void => {
  for (const task of Object.values(store.tasks).filter(({ looks }) => looks > 0)) {
    task.looks -= 1
    if (task.looks === 0) {
      endTask(store, task)
    }
  }
}

/** Begins a task and gives its name; the effect comes when it ends. */
export const beginTask = (
  store: ProxmoxStore,
  args: { effect?: Effect; exitstatus?: string; id: string; what: string },
): string => {
  const { effect, exitstatus = 'OK', id, what } = args
  const count = Object.keys(store.tasks).length + 1
  const hex = count.toString(16).toUpperCase().padStart(8, '0')
  const user = store.token.split('=')[0]
  const upid = `UPID:${store.node}:${hex}:0000AF01:65A1B2C3:${what}:${id}:${user}:`
  const task: Task = { exitstatus, looks: store.taskLooks, ...(effect && { effect }) }
  store.tasks[upid] = task
  if (task.looks === 0) {
    endTask(store, task)
  }
  return upid
}

/** How a task stands. */
export const lookAtTask = (store: ProxmoxStore, upid: string) => {
  const task = store.tasks[upid]
  if (task === undefined) {
    return saysNo(500, 'unable to parse worker upid')
  }
  const { exitstatus, looks } = task
  return looks > 0
    ? { json: { data: { status: 'running', upid } } }
    : { json: { data: { exitstatus, status: 'stopped', upid } } }
}
