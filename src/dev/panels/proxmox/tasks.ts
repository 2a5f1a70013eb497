import type { Effect, ProxmoxStore } from './store'

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
  store.tasks[upid] = { exitstatus, looks: store.taskLooks, ...(effect && { effect }) }
  if (store.taskLooks === 0) {
    lookAtTask(store, upid)
  }
  return upid
}

/** How a task stands; enough looks end it. */
export const lookAtTask = (store: ProxmoxStore, upid: string) => {
  const task = store.tasks[upid]
  if (task === undefined) {
    return saysNo(500, 'unable to parse worker upid')
  }
  if (task.looks > 0) {
    task.looks -= 1
    return { json: { data: { status: 'running', upid } } }
  }
  if (task.effect && task.exitstatus === 'OK') {
    apply(store, task.effect)
    delete task.effect
  }
  return { json: { data: { exitstatus: task.exitstatus, status: 'stopped', upid } } }
}
