import { CODES, type HestiaDomain, type HestiaStore, type HestiaUser } from './store'

/** How a command ended, and what it printed. */
export type Exit = { code: number; text?: string }

type Run = { args: string[]; isPartial: boolean; store: HestiaStore }

const end = (code: number, text = ''): Exit => ({ code, text: text && `Error: ${text}` })

const noUser = (name = '') => end(CODES.notExist, `user ${name} doesn't exist`)

const withUser = (run: Run, work: (user: HestiaUser) => Exit): Exit => {
  const user = run.store.users[run.args[0] ?? '']
  return user === undefined ? noUser(run.args[0]) : work(user)
}

/** The web server goes on showing the old state when it is told not to be restarted. */
const show = (domains: HestiaDomain[], restart: string | undefined): void => {
  if (restart !== 'no') {
    domains.forEach((each) => (each.shows = each.isSuspended ? 'suspended page' : 'site'))
  }
}

const addUser = ({ args, isPartial, store }: Run): Exit => {
  const [name = '', password = '', email = '', plan = 'default'] = args
  if (
    !/^[a-z][a-z0-9._-]{0,28}[a-z0-9]$/i.test(name) ||
    !/^[\w.%+-]+@[\w.-]+\.[a-z]{2,63}$/i.test(email)
  ) {
    return end(CODES.invalid, `invalid user or email format :: ${name}`)
  }
  if (store.users[name] !== undefined) {
    return end(CODES.exists, `user ${name} exists`)
  }
  if (!store.packages.includes(plan)) {
    return end(CODES.notExist, `package ${plan} doesn't exist`)
  }
  store.users[name] = { domains: {}, email, isSuspended: false, package: plan, password }
  return isPartial ? end(CODES.restart, 'resource limits could not be set') : end(CODES.ok)
}

const addDomain = (run: Run): Exit =>
  withUser(run, (user) => {
    const { args, isPartial, store } = run
    const [, domain = '', ip, restart, aliases = ''] = args
    const hosts = Object.values(store.users).flatMap(({ domains }) =>
      Object.entries(domains).flatMap(([name, each]) => [name, ...each.aliases]),
    )
    const wanted = aliases === 'none' ? [] : aliases.split(',').filter(Boolean)
    if (user.isSuspended) {
      return end(CODES.suspended, `user ${args[0]} is suspended`)
    }
    if ([domain, ...wanted].some((host) => hosts.includes(host))) {
      return end(CODES.exists, `Web domain ${domain} exists`)
    }
    const made: HestiaDomain = {
      aliases: aliases === '' ? [`www.${domain}`] : wanted,
      ip: ip || store.ip,
      isSuspended: false,
      shows: 'suspended page',
    }
    user.domains[domain] = made
    if (isPartial) {
      return end(CODES.restart, 'Web restart failed')
    }
    show([made], restart)
    return end(CODES.ok)
  })

const switchUser = (isOff: boolean) => (run: Run) =>
  withUser(run, (user) => {
    if (user.isSuspended === isOff) {
      const [code, word] = isOff ? [CODES.suspended, ''] : [CODES.unsuspended, 'not ']
      return end(code, `user ${run.args[0]} is ${word}suspended`)
    }
    const domains = Object.values(user.domains)
    // Off: sites first, the account last; on again: the account first.
    if (!(run.isPartial && isOff)) {
      user.isSuspended = isOff
    }
    if (!(run.isPartial && !isOff)) {
      domains.forEach((each) => (each.isSuspended = isOff))
    }
    if (run.isPartial) {
      return end(CODES.restart, 'Web restart failed')
    }
    show(domains, run.args[1])
    return end(CODES.ok)
  })

const switchDomain = (isOff: boolean) => (run: Run) =>
  withUser(run, (user) => {
    const domain = user.domains[run.args[1] ?? '']
    if (domain === undefined) {
      return end(CODES.notExist, `web domain ${run.args[1]} doesn't exist`)
    }
    if (domain.isSuspended === isOff) {
      return end(isOff ? CODES.suspended : CODES.unsuspended, 'domain is so already')
    }
    domain.isSuspended = isOff
    show([domain], run.args[2])
    return end(CODES.ok)
  })

const deleteUser = (run: Run): Exit =>
  withUser(run, () => {
    delete run.store.users[run.args[0] ?? '']
    return end(CODES.ok)
  })

const yes = (is: boolean): string => (is ? 'yes' : 'no')

const listUser = (run: Run): Exit =>
  withUser(run, (user) => ({
    code: CODES.ok,
    text: JSON.stringify({
      [run.args[0] ?? '']: {
        CONTACT: user.email,
        NS: 'ns1.panel.example.id,ns2.panel.example.id',
        PACKAGE: user.package,
        SUSPENDED: yes(user.isSuspended),
        U_WEB_DOMAINS: String(Object.keys(user.domains).length),
      },
    }),
  }))

const listDomain = (run: Run): Exit =>
  withUser(run, (user) => {
    const name = run.args[1] ?? ''
    const domain = user.domains[name]
    if (domain === undefined) {
      return end(CODES.notExist, `web domain ${name} doesn't exist`)
    }
    const { aliases, ip, isSuspended } = domain
    const fields = { ALIAS: aliases.join(','), IP: ip, SUSPENDED: yes(isSuspended) }
    return { code: CODES.ok, text: JSON.stringify({ [name]: fields }) }
  })

type Command = { needs: number; work: (run: Run) => Exit }

const COMMANDS: Readonly<Record<string, Command>> = {
  'v-add-user': { needs: 3, work: addUser },
  'v-add-web-domain': { needs: 2, work: addDomain },
  'v-delete-user': { needs: 1, work: deleteUser },
  'v-list-user': { needs: 1, work: listUser },
  'v-list-web-domain': { needs: 2, work: listDomain },
  'v-suspend-user': { needs: 1, work: switchUser(true) },
  'v-suspend-web-domain': { needs: 2, work: switchDomain(true) },
  'v-unsuspend-user': { needs: 1, work: switchUser(false) },
  'v-unsuspend-web-domain': { needs: 2, work: switchDomain(false) },
}

/** Runs a command as the shell does: too few arguments end it before it does anything. */
export const runCommand = (name: string, run: Run): Exit => {
  const command = COMMANDS[name]
  if (command === undefined) {
    return { code: 127, text: `sudo: /usr/local/hestia/bin/${name}: command not found` }
  }
  return run.args.length < command.needs
    ? { code: CODES.args, text: `Usage: ${name}` }
    : command.work(run)
}
