/** The ways to switch services. */
export type DriverId = 'caddy' | 'hestia' | 'manual' | 'proxmox' | 'whm'

/**
 * What came of one call. `rejected`: the server says no, and would again; nothing was done.
 * `unavailable`: nothing was done, later it may go. `unknown`: nobody knows whether it was done, so it is
 * looked at (`inspect`) before anything else. `needsAction`: a person has to do it.
 */
export type DriverOutcome<T = undefined> =
  | { kind: 'needsAction'; steps: readonly string[] }
  | { kind: 'ok'; value: T }
  | { kind: 'rejected'; reason: string }
  | { kind: 'unavailable'; reason: string }
  | { kind: 'unknown'; reason: string }

/** The way into one server, opened for this call alone; `credential` stands in no log and no reason. */
export type ServerAccess = {
  /** Address of the panel or of the admin API: `https://host:port`, or `unix:/path`. */
  address: string
  /** PEM of the certificate or authority that this server shows, when the public ones do not do. */
  certificate?: string | undefined
  credential: string
  id: string
  name: string
  /** What the driver wants to know of this server; checked by its `settings`. */
  settings: Readonly<Record<string, unknown>>
}

/** The service that is meant. Everything is fixed before the first call, so that a second one means the same. */
export type ServiceTarget = {
  /** Where the customer is reached, for panels that want it. */
  email: string
  id: string
  /** Names under which visitors come, in ASCII (RFC 5891), the main one first; empty for machines without. */
  hosts: readonly string[]
  /** User, guest or route on the server: `u` and seven letters or digits, made of the id, never reused. */
  name: string
  /** Name of the plan, package or image on the server. */
  package: string
  /** What `create` gave as its own address of the service, such as the number of a guest; empty before. */
  reference: string
  /** Where the page of a suspended site leads its owner; the same for every visitor, so it names no order. */
  ownerUrl: string
}

/** What the customer is told once. `secrets` are shown one time and then forgotten. */
export type CreatedService = {
  /** Non-secret lines: IP, panel address, name servers. */
  facts: Readonly<Record<string, string>>
  reference: string
  secrets: Readonly<Record<string, string>>
}

/** How a service stands on its server, as the server says. */
export type ServiceSight = 'absent' | 'off' | 'on'

/** What speaks to one kind of server. No method throws; each ends within 25 s. */
export type HostingDriver = {
  /** Makes the service. A service of this name that is there already is this one: answers `ok` for it. */
  create: (
    server: ServerAccess,
    target: { password: string } & ServiceTarget,
  ) => Promise<DriverOutcome<CreatedService>>
  id: DriverId
  /** How it stands now. The only answer that counts: calls are believed when it agrees. */
  inspect: (server: ServerAccess, target: ServiceTarget) => Promise<DriverOutcome<ServiceSight>>
  /** Switches it on again. On already: `ok`. */
  resume: (server: ServerAccess, target: ServiceTarget) => Promise<DriverOutcome>
  /** A way into the panel without a password, good for a short time. */
  signOn?: (server: ServerAccess, target: ServiceTarget) => Promise<DriverOutcome<{ url: string }>>
  /** Switches it off and keeps what is in it. Off already: `ok`. `reason` is for staff of the server. */
  suspend: (server: ServerAccess, target: ServiceTarget, reason: string) => Promise<DriverOutcome>
  /** Names what is wrong with the settings of a server; empty when nothing is. */
  settingFaults: (settings: Readonly<Record<string, unknown>>) => readonly string[]
  /** Removes it for good. Gone already: `ok`. */
  terminate: (server: ServerAccess, target: ServiceTarget) => Promise<DriverOutcome>
  /** Whether the way in is good: address, certificate, credential, rights. `value.note` for staff. */
  testConnection: (server: ServerAccess) => Promise<DriverOutcome<{ note: string }>>
}
