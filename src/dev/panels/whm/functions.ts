import type { WhmAccount, WhmStore } from './store'

/** How a function ended: `metadata.result` 1 with data, or 0 with a reason. */
export type Result = { data?: unknown; output?: string; reason: string; result: 0 | 1 }

type Call = { fields: URLSearchParams; isPartial: boolean; store: WhmStore }

const done = (data?: unknown, output = ''): Result => ({ data, output, reason: 'OK', result: 1 })

const no = (reason: string): Result => ({ reason, result: 0 })

const field = ({ fields }: Call, name: string): string => fields.get(name) ?? ''

const withAccount = (call: Call, work: (account: WhmAccount, name: string) => Result): Result => {
  const name = field(call, 'user') || field(call, 'username')
  const account = call.store.accounts[name]
  return account === undefined
    ? no(`Sorry, the account “${name}” does not exist on this server.`)
    : work(account, name)
}

const hostsOf = ({ accounts }: WhmStore): string[] =>
  Object.values(accounts).flatMap(({ aliases, domain }) => [domain, ...aliases])

const create = (call: Call): Result => {
  const { isPartial, store } = call
  const [name, domain, plan] = ['username', 'domain', 'plan'].map((each) => field(call, each)) as [
    string,
    string,
    string,
  ]
  if (!/^[a-z][a-z0-9]{0,15}$/.test(name) || name.startsWith('test')) {
    return no(`“${name}” is not a valid username on this system.`)
  }
  if (store.accounts[name] !== undefined) {
    return no(`Sorry, a user with the name “${name}” already exists.`)
  }
  if (hostsOf(store).includes(domain)) {
    return no(`Sorry, the domain “${domain}” already exists in the Apache configuration.`)
  }
  if (!store.packages.includes(plan)) {
    return no(`Sorry, the package “${plan}” does not exist.`)
  }
  const password = field(call, 'password')
  store.accounts[name] = {
    aliases: [],
    domain,
    email: field(call, 'contactemail'),
    isLocked: false,
    isSuspended: false,
    password,
    plan,
    reason: '',
  }
  if (isPartial) {
    return no('Account creation did not complete: the nameserver could not be reloaded.')
  }
  const shown = field(call, 'showpass') === 'n' ? '' : `| PassWord: ${password}\n`
  const { ip } = store
  const servers = { nameserver: 'ns1.panel.example.id', nameserver2: 'ns2.panel.example.id' }
  return { ...done({ ip, package: plan, ...servers }, `| UserName: ${name}\n${shown}`) }
}

const suspend = (call: Call): Result =>
  withAccount(call, (account) => {
    const isLocked = field(call, 'disallowun') === '1'
    Object.assign(account, { isLocked, isSuspended: true, reason: field(call, 'reason') })
    return call.isPartial ? no('The web server could not be restarted.') : done(undefined, 'Done')
  })

const unsuspend = (call: Call): Result =>
  withAccount(call, (account, name) => {
    if (account.isLocked) {
      return no(`The account “${name}” is locked. Only root can unsuspend it.`)
    }
    Object.assign(account, { isSuspended: false, reason: '' })
    return done(undefined, 'Done')
  })

const remove = (call: Call): Result =>
  withAccount(call, (_, name) => {
    delete call.store.accounts[name]
    return done(undefined, 'Done')
  })

const rowOf = (store: WhmStore, name: string, account: WhmAccount) => ({
  domain: account.domain,
  email: account.email,
  ip: store.ip,
  is_locked: Number(account.isLocked),
  owner: store.token.split(':')[0],
  plan: account.plan,
  suspended: Number(account.isSuspended),
  suspendreason: account.isSuspended ? account.reason : 'not suspended',
  user: name,
})

const summarise = (call: Call): Result =>
  withAccount(call, (account, name) => done({ acct: [rowOf(call.store, name, account)] }))

const list = (call: Call): Result => {
  const accounts = Object.entries(call.store.accounts)
  const found = accounts.filter(([name]) => name === field(call, 'search'))
  return done({ acct: found.map(([name, account]) => rowOf(call.store, name, account)) })
}

const park = (call: Call): Result =>
  withAccount(call, (account) => {
    const domain = field(call, 'domain')
    if (hostsOf(call.store).includes(domain)) {
      return no(`The domain “${domain}” already exists in the userdata.`)
    }
    if (field(call, 'web_vhost_domain') !== account.domain) {
      return no('That is not a web virtual host of this account.')
    }
    account.aliases.push(domain)
    return done()
  })

const openSession = (call: Call): Result =>
  withAccount(call, (account, name) => {
    if (account.isSuspended) {
      return no(`The account “${name}” is suspended.`)
    }
    const session = `${name}:${'a1b2c3d4'}:create_user_session`
    const path = '/cpsess1234567890/login/'
    const url = `https://panel.example.id:2083${path}?session=${encodeURIComponent(session)}`
    return done({ expires: 4_102_444_800, service: field(call, 'service'), session, url })
  })

const privileges = ({ store }: Call): Result =>
  // A list with exactly one object, and text for a reseller: measured on a live host by others.
  done({ privileges: [Object.fromEntries(store.privileges.map((name) => [name, '1']))] })

/** Functions by name, each with the privilege that it takes. */
export const FUNCTIONS: Readonly<Record<string, { needs?: string; work: (call: Call) => Result }>> =
  {
    accountsummary: { needs: 'acct-summary', work: summarise },
    create_parked_domain_for_user: { needs: 'create-acct', work: park },
    create_user_session: { needs: 'create-user-session', work: openSession },
    createacct: { needs: 'create-acct', work: create },
    listaccts: { needs: 'list-accts', work: list },
    myprivs: { work: privileges },
    removeacct: { needs: 'kill-acct', work: remove },
    suspendacct: { needs: 'suspend-acct', work: suspend },
    unsuspendacct: { needs: 'suspend-acct', work: unsuspend },
  }
