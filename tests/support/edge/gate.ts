import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { findFreePort } from '@/dev/ports'
import { buildMap, type HostStands } from '@/plugin/hosting/gate/buildMap'
import { type MapForm, writeMap } from '@/plugin/hosting/gate/formats'

import { type Running, runUntilOpen } from './program'

export const GATE_TOKEN = 'token-of-the-gate-for-tests'

const SHOP = { serverUrl: 'https://toko.example', shopName: 'Toko Contoh' }

/** The map of these names in writing, as the shop would hand it out. */
export const mapOf = (stands: Partial<HostStands>, form: MapForm = 'json'): string =>
  writeMap(buildMap({ gone: [], off: [], on: [], ...stands }, SHOP), form)

/** A folder of a test that goes away with it. */
export const openFolder = async (): Promise<{ close: () => Promise<void>; path: string }> => {
  const path = await mkdtemp(join(tmpdir(), 'lunas-edge-'))
  return { close: () => rm(path, { force: true, recursive: true }), path }
}

/** What is copied to a hosting server: these two folders, and nothing else. */
const PARTS = ['src/gate', 'src/plugin/hosting/gate/rules']

/** Copies the gate into a folder as an operator would, without a package in sight. */
export const installGate = async (folder: string): Promise<void> => {
  for (const part of PARTS) {
    await cp(part, join(folder, part), { recursive: true })
  }
}

/** Starts the gate in the folder to which it was copied. */
export const startGate = (args: {
  env?: Record<string, string>
  folder: string
  mapPort: number
  port: number
}): Promise<Running> => {
  const { env, folder, mapPort, port } = args
  return runUntilOpen({
    args: [join(folder, 'src/gate/main.mjs')],
    command: process.execPath,
    cwd: folder,
    env: {
      GATE_LISTEN: `127.0.0.1:${port}`,
      GATE_MAP_URL: `http://127.0.0.1:${mapPort}/api/gate/map`,
      GATE_PULL_SECONDS: '0.2',
      GATE_TOKEN,
      ...env,
    },
    port,
  })
}

/** Ports of a proxy and of whatever stands around it. */
export type Ports = { gate: number; open: number; origin: number; site: number }

/** Free ports for a proxy, its gate and the address that lets everybody through. */
export const findPorts = async (from: number, origin: number): Promise<Ports> => {
  const gate = await findFreePort({ wanted: from })
  const open = await findFreePort({ wanted: gate + 1 })
  return { gate, open, origin, site: await findFreePort({ wanted: open + 1 }) }
}

/** A ready-made config as it is handed out, with the addresses of this test. */
export const readConfig = async (name: string, ports: Ports): Promise<string> =>
  (await readFile(`src/gate/configs/${name}`, 'utf8'))
    .replaceAll('127.0.0.1:9180', `127.0.0.1:${ports.gate}`)
    .replaceAll('127.0.0.1:9181', `127.0.0.1:${ports.open}`)
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${ports.origin}`)

/** Starts Caddy with the ready-made config; one site for every name. */
export const startCaddy = async (folder: string, ports: Ports): Promise<Running> => {
  const config = await readConfig('Caddyfile', ports)
  const site = config.replace('contoh.id, www.contoh.id', `http://:${ports.site}`)
  await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n\tauto_https off\n}\n${site}`)
  return runUntilOpen({
    args: ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
    command: 'caddy',
    cwd: folder,
    env: { XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    port: ports.site,
  })
}

const wrapNginx = (args: {
  folder: string
  http: string
  ports: Ports
  server: string
}): string => {
  const { folder, http, ports, server } = args
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
  ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  ${http}
  server {
    listen 127.0.0.1:${ports.site} default_server;
    ${server}
    location /dilarang { deny all; }
    location / {
      proxy_pass http://127.0.0.1:${ports.origin};
      proxy_http_version 1.1;
      proxy_set_header Connection $http_connection;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
    }
  }
}
`
}

/** Starts nginx with ready-made configs: one for `http`, one for `server`. */
export const startNginx = async (args: {
  folder: string
  http: string
  ports: Ports
  server: string
}): Promise<Running> => {
  const { folder, ports } = args
  await writeFile(join(folder, 'nginx.conf'), wrapNginx(args))
  return runUntilOpen({
    args: ['-p', folder, '-c', join(folder, 'nginx.conf')],
    command: 'nginx',
    cwd: folder,
    env: { PATH: `${process.env.PATH}:/usr/sbin` },
    port: ports.site,
  })
}
