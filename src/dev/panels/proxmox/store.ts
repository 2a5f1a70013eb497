/** Kinds of guests: machines and containers. */
export type GuestKind = 'lxc' | 'qemu'

/** A guest as the cluster has it. */
export type Guest = {
  config: Record<string, string>
  /** Does nothing when it is asked to shut down, as a machine without ACPI. */
  ignoresShutdown: boolean
  isTemplate: boolean
  kind: GuestKind
  /** Why nobody may touch it now: `clone`, `backup`. */
  lock: string
  name: string
  node: string
  status: 'running' | 'stopped'
  /** Statistics, from which lists take the name, come with the first run. */
  wasSeen: boolean
}

/** What a task does when it ends well. */
export type Effect = { id: string; kind: 'destroy' | 'start' | 'stop' | 'unlock' }

/** A task; it runs for so many calls. */
export type Task = { effect?: Effect; exitstatus: string; looks: number }

/** Everything that the cluster knows. */
export type ProxmoxStore = {
  acl: { path: string; role: string; user: string }[]
  guests: Record<string, Guest>
  node: string
  /** Rights of the token by path. */
  rights: Record<string, string[]>
  /** How many calls later a task ends. */
  taskLooks: number
  tasks: Record<string, Task>
  /** `USER@REALM!ID=SECRET`. */
  token: string
  users: Record<string, { email: string; password: string }>
}

/** A template of machines that every fresh cluster has. */
export const TEMPLATE_ID = '9000'

const template = (node: string): Guest => ({
  config: { cores: '1', memory: '1024' },
  ignoresShutdown: false,
  isTemplate: true,
  kind: 'qemu',
  lock: '',
  name: 'debian-13-cloud',
  node,
  status: 'stopped',
  wasSeen: true,
})

/** A cluster of one node as it is after its installation, with a token for a shop. */
export const freshProxmox = (token: string): ProxmoxStore => ({
  acl: [],
  guests: { [TEMPLATE_ID]: template('pve1') },
  node: 'pve1',
  rights: {
    '/access/groups': ['User.Modify'],
    '/access/realm/pve': ['Realm.AllocateUser'],
    '/storage': ['Datastore.AllocateSpace', 'Datastore.Audit'],
    '/vms': [
      'Permissions.Modify',
      'VM.Allocate',
      'VM.Audit',
      'VM.Clone',
      'VM.Config.CPU',
      'VM.Config.Cloudinit',
      'VM.Config.Memory',
      'VM.Config.Network',
      'VM.Config.Options',
      'VM.GuestAgent.Audit',
      'VM.PowerMgmt',
    ],
  },
  taskLooks: 2,
  tasks: {},
  token,
  users: {},
})
