// Stops Postgres when the process that started it has died without a word (kill -9, closed
// terminal). Arguments: process id of Postgres, folder to remove afterwards or ''.
import { readFileSync, rmSync } from 'node:fs'

const [id, folder] = process.argv.slice(2)
const signal = (name) => {
  try {
    return process.kill(Number(id), name)
  } catch {
    return false
  }
}

const isAlive = () => {
  try {
    return signal(0) && !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'))
  } catch {
    return signal(0)
  }
}

for (const name of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
  process.on(name, () => undefined)
}
process.on('message', () => process.exit(0))
const stopServer = () => {
  signal('SIGINT')
  const startedAt = Date.now()
  setInterval(() => {
    if (isAlive() && Date.now() - startedAt < 20_000) {
      return
    }
    signal('SIGQUIT')
    if (folder) {
      rmSync(folder, { force: true, recursive: true })
    }
    process.exit(0)
  }, 100)
}

// The starter may have died before this line: then the event is already past.
process.once('disconnect', stopServer)
if (!process.connected) {
  stopServer()
}
