import { spawn, spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { visit } from '../../support/edge/ask'
import {
  findPorts,
  GATE_TOKEN,
  installGate,
  mapOf,
  openFolder,
  type Ports,
  readConfig,
  startCaddy,
  startGate,
  startNginx,
} from '../../support/edge/gate'
import { type Listening, type MapDesk, startMapDesk, startOrigin } from '../../support/edge/origin'
import type { Running } from '../../support/edge/program'
import { isThrough, NAMES, provesVisits } from '../../support/edge/suite'

const has = (command: string, flag: string): boolean =>
  spawnSync(command, [flag], {
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  }).status === 0

/** How long a visitor waits at most when the gate hangs. */
const SLOW_MS = 1_500

type Start = (folder: string, ports: Ports) => Promise<Running>

const proxies: { from: number; name: string; start: Start }[] = [
  ...(has('caddy', 'version') ? [{ from: 4_610, name: 'Caddy', start: startCaddy }] : []),
  ...(has('nginx', '-v')
    ? [
        {
          from: 4_640,
          name: 'nginx',
          start: async (folder: string, ports: Ports) =>
            startNginx({
              folder,
              http: await readConfig('nginx-http.conf', ports),
              ports,
              server: await readConfig('nginx-server.conf', ports),
            }),
        },
      ]
    : []),
]

describe.each(proxies)(
  '$name beside the gate',
  ({ from, name, start }) => {
    const folders: { close: () => Promise<void> }[] = []
    let desk: MapDesk
    let gate: Running
    let gateFolder: string
    let origin: Listening
    let ports: Ports
    let proxy: Running

    const runGate = (): Promise<Running> =>
      startGate({ folder: gateFolder, mapPort: desk.port, port: ports.gate })

    const ask = (host: string) => visit({ host, port: ports.site })

    const until = async (isTrue: () => Promise<boolean>): Promise<boolean> => {
      for (let turn = 0; turn < 150; turn++) {
        if (await isTrue()) {
          return true
        }
        await wait(50)
      }
      return false
    }

    beforeAll(async () => {
      const [forGate, forProxy] = [await openFolder(), await openFolder()]
      folders.push(forGate, forProxy)
      gateFolder = forGate.path
      await installGate(gateFolder)
      origin = await startOrigin()
      desk = await startMapDesk({ body: mapOf(NAMES), token: GATE_TOKEN })
      ports = await findPorts(from, origin.port)
      gate = await runGate()
      proxy = await start(forProxy.path, ports)
      expect(await until(async () => (await ask('contoh.id')).status === 503)).toBe(true)
    }, 60_000)

    afterAll(async () => {
      await proxy.stop()
      await gate.stop()
      await desk.close()
      await origin.close()
      await Promise.all(folders.map(({ close }) => close()))
    })

    provesVisits(() => ports.site, { hasPages: true })

    it('opens and closes a site within seconds of a new map', async () => {
      desk.setBody(mapOf({ ...NAMES, off: [] }))
      expect(await until(async () => isThrough(await ask('contoh.id')))).toBe(true)
      desk.setBody(mapOf(NAMES))
      expect(await until(async () => (await ask('contoh.id')).status === 503)).toBe(true)
    })

    it('goes on with the last map while the shop is away, and after a restart of the gate', async () => {
      desk.setStatus(503)
      await gate.stop()
      gate = await runGate()
      expect((await ask('contoh.id')).status).toBe(503)
      expect(isThrough(await ask('menyala.example'))).toBe(true)
      desk.setStatus(200)
    })

    it.runIf(name === 'nginx')("leaves a refusal of nginx's own as it is", async () => {
      const path = '/dilarang'
      const own = await visit({ host: 'menyala.example', path, port: ports.site })
      expect(own.status).toBe(403)
      expect(own.headers['x-service-state']).toBeUndefined()
      // What nobody may see is refused before the gate is asked, on or off.
      expect((await visit({ host: 'contoh.id', path, port: ports.site })).status).toBe(403)
    })

    describe('when the gate fails', () => {
      beforeEach(async () => {
        expect(await until(async () => (await ask('contoh.id')).status === 503)).toBe(true)
      })

      afterEach(async () => {
        gate.wake()
        await gate.kill()
        gate = await runGate()
        expect(await until(async () => (await ask('contoh.id')).status === 503)).toBe(true)
      }, 30_000)

      it('lets everybody through while it is dead, bodies included', async () => {
        await gate.kill()
        for (const method of ['GET', 'POST', 'POST', 'PUT', 'OPTIONS']) {
          const body = method.startsWith('P') ? 'isi=tetap' : undefined
          const heard = await visit({
            host: 'menyala.example',
            method,
            port: ports.site,
            ...(body && { body }),
          })
          expect(isThrough(heard), method).toBe(true)
          expect(JSON.parse(heard.body)).toMatchObject({ body: body ?? '', method })
          expect(heard.ms).toBeLessThan(SLOW_MS)
        }
        expect(isThrough(await ask('contoh.id'))).toBe(true)
      })

      it.each(['GET', 'POST'])('keeps nobody waiting while it hangs: %s', async (method) => {
        gate.freeze()
        const times: number[] = []
        for (let turn = 0; turn < 4; turn++) {
          const body = method === 'POST' ? 'isi=tetap' : undefined
          const heard = await visit({
            host: 'menyala.example',
            method,
            port: ports.site,
            ...(body && { body }),
          })
          expect(isThrough(heard)).toBe(true)
          expect(JSON.parse(heard.body)).toMatchObject({ body: body ?? '', method })
          times.push(heard.ms)
        }
        expect(Math.max(...times)).toBeLessThan(SLOW_MS)
      })
    })
  },
  60_000,
)

describe.runIf(has('nginx', '-v'))('nginx with a file of names', () => {
  let close: () => Promise<void>
  let origin: Listening
  let ports: Ports
  let proxy: Running

  beforeAll(async () => {
    const folder = await openFolder()
    await writeFile(`${folder.path}/hosts.map`, mapOf(NAMES, 'nginx'))
    origin = await startOrigin()
    ports = await findPorts(4_670, origin.port)
    const http = await readConfig('nginx-map-http.conf', ports)
    proxy = await startNginx({
      folder: folder.path,
      http: http.replace('/etc/nginx/lunas/hosts.map', `${folder.path}/hosts.map`),
      ports,
      server: await readConfig('nginx-map-server.conf', ports),
    })
    ;({ close } = folder)
  })

  afterAll(async () => {
    await proxy.stop()
    await origin.close()
    await close()
  })

  provesVisits(() => ports.site, { hasPages: false })
})

describe.runIf(has('curl', '--version'))(
  'fetch-map.sh',
  () => {
    const SCRIPT = 'src/gate/configs/fetch-map.sh'
    let close: () => Promise<void>
    let desk: MapDesk
    let file: string

    const fetchMap = (reload: string): Promise<number> =>
      new Promise((resolve) => {
        const env = {
          ...process.env,
          GATE_MAP_URL: `http://127.0.0.1:${desk.port}/api/gate/map`,
          GATE_TOKEN,
        }
        const child = spawn('sh', [SCRIPT, 'nginx', file, reload], { env, stdio: 'ignore' })
        child.once('exit', (code) => resolve(code ?? -1))
      })

    const whole = mapOf({ off: ['contoh.id'] }, 'nginx')
    const other = mapOf({ off: ['lain.example'] }, 'nginx')

    beforeAll(async () => {
      const folder = await openFolder()
      ;({ close } = folder)
      file = `${folder.path}/hosts.map`
      desk = await startMapDesk({ body: whole, token: GATE_TOKEN })
    })
    afterAll(async () => {
      await desk.close()
      await close()
    })

    it('takes a whole map, and reloads only when it is another', async () => {
      expect(await fetchMap(`echo x >> ${file}.log`)).toBe(0)
      expect(await readFile(file, 'utf8')).toBe(whole)
      expect(await fetchMap(`echo x >> ${file}.log`)).toBe(0)
      expect(await readFile(`${file}.log`, 'utf8')).toBe('x\n')
    })

    it('keeps the old one when the new one is cut short, refused, or breaks the proxy', async () => {
      desk.setBody(other.slice(0, -6))
      expect(await fetchMap('true')).not.toBe(0)
      expect(await readFile(file, 'utf8')).toBe(whole)
      desk.setBody(other)
      desk.setStatus(503)
      expect(await fetchMap('true')).not.toBe(0)
      expect(await readFile(file, 'utf8')).toBe(whole)
      desk.setStatus(200)
      expect(await fetchMap('false')).not.toBe(0)
      expect(await readFile(file, 'utf8')).toBe(whole)
      expect(await fetchMap('true')).toBe(0)
      expect(await readFile(file, 'utf8')).toBe(other)
    })
  },
  20_000,
)
