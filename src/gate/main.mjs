// @ts-check
/*
 * The gate: says to a web server which sites are suspended. Needs Node.js 20 or newer and nothing else;
 * how to set it up stands in `src/plugin/hosting/gate/README.md`.
 */
import { rm } from 'node:fs/promises'

import { MapHolder } from './holdMap.mjs'
import { createGate } from './server.mjs'
import { readSettings } from './settings.mjs'

/** @type {import('./holdMap.mjs').Log} */
const log = (level, message) => {
  process.stdout.write(`${new Date().toISOString()} ${level} ${message}\n`)
}

/** @param {unknown} error @returns {never} */
const giveUp = (error) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

const start = async () => {
  const settings = readSettings(process.env)
  const { listen, mapUrl } = settings
  if (/^http:\/\/(?!127\.|localhost[:/]|\[::1\])/.test(mapUrl)) {
    log('warn', `${new URL(mapUrl).origin} is not encrypted: the token travels in the open`)
  }
  const holder = new MapHolder({ log, settings })
  await holder.recall()
  const server = createGate({ holder, settings })
  server.once('error', giveUp)
  if ('path' in listen) {
    // What a killed run left behind; the folder belongs to the gate.
    await rm(listen.path, { force: true })
  }
  server.listen(listen, () => {
    const address = server.address()
    const place = typeof address === 'object' ? `${address?.address}:${address?.port}` : address
    log('info', `answers at ${place}`)
  })
  const stop = () => {
    holder.stop()
    server.close()
    server.closeAllConnections()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  await holder.run()
}

await start().catch(giveUp)
