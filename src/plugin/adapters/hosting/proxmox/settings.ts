import { z } from 'zod'

const id = z.number('must be a number').int('must be whole').min(100, 'must be at least 100')
const size = (max: number) => z.number('must be a number').int('must be whole').min(1).max(max)
const word = (what: string) => z.string('is missing').regex(/^[A-Za-z\d][\w.-]{0,62}$/, what)

const sizes = {
  cores: size(512).optional(),
  /** MiB. */
  memory: size(4_194_304).optional(),
}

const unknownKeys = (issue: { code?: string }): string | undefined =>
  issue.code === 'unrecognized_keys' ? 'has unknown settings' : undefined

/** A machine: copied from a template with cloud-init. Its disk is the template's. */
const machinePlan = z.strictObject({ ...sizes, template: id }, { error: unknownKeys })

/** A container: made of an archive. */
const containerPlan = z.strictObject(
  {
    ...sizes,
    /** GiB. */
    disk: size(65_536),
    ostemplate: z
      .string()
      .regex(/^[\w-]+:vztmpl\/[\w.+-]+$/, 'must be such as local:vztmpl/debian-13.tar.zst'),
  },
  { error: unknownKeys },
)

const shared = {
  /** Node on which guests are made; they are found on every node. */
  node: word('must be the name of a node'),
  /** Numbers that new guests get. Default 100000 to 999999. */
  numbers: z
    .strictObject({ from: id, to: id.max(999_999_999, 'must be at most 999999999') })
    .refine(({ from, to }) => to - from >= 999, 'must be a thousand numbers at least')
    .default({ from: 100_000, to: 999_999 }),
  /** Role that owners have on their guest. Default `PVEVMUser`. */
  ownerRole: word('must be the name of a role').default('PVEVMUser'),
  /** Realm in which owners sign in to Proxmox itself; `pve` only. Default: they do not. */
  owners: z.literal('pve', { error: 'must be pve' }).optional(),
  /** Pool for new guests; rights of the token may be given on it. */
  pool: word('must be the name of a pool').optional(),
  /** Seconds that a guest has to shut down before it is stopped. Default 8. */
  shutdownSeconds: size(12).default(8),
  /** Storage for disks. Containers need it. */
  storage: word('must be the name of a storage').optional(),
}

const NETWORK = /^(?:ip6?|gw6?)=[\w.:/]+(?:,(?:ip6?|gw6?)=[\w.:/]+)*$/

/** What the driver wants to know of a Proxmox cluster. The credential is `USER@REALM!ID=SECRET`. */
export const proxmoxSettings = z.discriminatedUnion(
  'kind',
  [
    z.strictObject(
      {
        ...shared,
        /** Whether disks are copied whole (default) or linked to the template. */
        fullClone: z.boolean().default(true),
        /** Cloud-init's first network line. Default `ip=dhcp`. */
        ipConfig: z.string().regex(NETWORK, 'must be such as ip=dhcp').default('ip=dhcp'),
        kind: z.literal('qemu'),
        /** User that cloud-init makes. Default `root`. */
        loginUser: word('must be a user name').default('root'),
        /** What may be sold, by the name of the package. */
        plans: z.record(z.string(), machinePlan),
      },
      { error: unknownKeys },
    ),
    z.strictObject(
      {
        ...shared,
        kind: z.literal('lxc'),
        /** First network device. Default `name=eth0,bridge=vmbr0,ip=dhcp`. */
        network: z
          .string()
          .regex(/^name=[\w,=.:/-]+$/, 'must be such as name=eth0,bridge=vmbr0,ip=dhcp')
          .default('name=eth0,bridge=vmbr0,ip=dhcp'),
        plans: z.record(z.string(), containerPlan),
        storage: word('must be the name of a storage'),
      },
      { error: unknownKeys },
    ),
  ],
  { error: 'must be qemu or lxc' },
)

/** See {@link proxmoxSettings}. */
export type ProxmoxSettings = z.output<typeof proxmoxSettings>
