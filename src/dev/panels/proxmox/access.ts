import type { Answer, Visit } from '../panel'
import type { ProxmoxStore } from './store'

import { gives, saysNo } from './words'

/** Gives or takes a role on a path. */
export const writeAcl = (store: ProxmoxStore, { fields }: Visit): Answer => {
  const path = fields.get('path') ?? ''
  const role = fields.get('roles') ?? ''
  const user = fields.get('users') ?? ''
  if (store.users[user] === undefined) {
    return saysNo(500, `ACL update failed: user '${user}' does not exist`)
  }
  store.acl = store.acl.filter(
    (each) => each.path !== path || each.role !== role || each.user !== user,
  )
  if (fields.get('delete') !== '1') {
    store.acl.push({ path, role, user })
  }
  return gives()
}

/** Makes a user of the cluster's own realm. */
export const addUser = (store: ProxmoxStore, { fields }: Visit): Answer => {
  const id = fields.get('userid') ?? ''
  if (store.users[id] !== undefined) {
    return saysNo(500, `create user failed: user '${id}' already exists`)
  }
  store.users[id] = { email: fields.get('email') ?? '', password: fields.get('password') ?? '' }
  return gives()
}

/** Removes a user and every right of his. */
export const removeUser = (store: ProxmoxStore, id: string): Answer => {
  if (store.users[id] === undefined) {
    return saysNo(500, `delete user failed: no such user ('${id}')`)
  }
  delete store.users[id]
  store.acl = store.acl.filter(({ user }) => user !== id)
  return gives()
}

/** Rights of the token by path, as `GET /access/permissions` lists them. */
export const listRights = ({ rights }: ProxmoxStore): Answer =>
  gives(
    Object.fromEntries(
      Object.entries(rights).map(([path, names]) => [
        path,
        Object.fromEntries(names.map((name) => [name, 1])),
      ]),
    ),
  )
