import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'

import { createFileStore } from '@/plugin/adapters/storage'
import { writePackage } from '@/plugin/downloads/package/writePackage'

/**
 * A process of its own that packs one file and says how much memory it ever held: `packOne.ts FOLDER BYTES
 * PASSWORD`. What it did before it packs, such as loading, is part of it.
 */
const [folder = '', bytes = '0', password = ''] = process.argv.slice(2)

const CHUNK = 1024 * 1024

/** Bytes that compress like real things do: half noise, half repetition. */
const fill = async (file: string, size: number): Promise<void> => {
  const handle = await open(file, 'w')
  const noise = Buffer.alloc(CHUNK)
  let word = 20_261_121
  for (let left = size; left > 0; left -= CHUNK) {
    for (let at = 0; at < CHUNK / 2; at += 4) {
      word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0
      noise.writeUInt32LE(word, at)
    }
    await handle.write(noise.subarray(0, Math.min(CHUNK, left)))
  }
  await handle.close()
}

const store = createFileStore({ folder, kind: 'folder' })
await fill(join(folder, 'besar.bin'), Number(bytes))
let rss = 0
const watch = setInterval(() => {
  rss = Math.max(rss, process.memoryUsage.rss())
}, 20)
const before = performance.now()
const written = await writePackage({
  folder: 'paket',
  key: 'paket.zip',
  now: new Date(),
  parts: [{ key: 'besar.bin', name: 'besar.bin' }],
  password,
  store,
})
clearInterval(watch)
const seconds = (performance.now() - before) / 1000
const { size } = await stat(join(folder, 'paket.zip'))
// The kernel's own high-water mark; the watch may have blinked.
const peak = Math.max(rss, process.resourceUsage().maxRSS * 1024)
process.stdout.write(`${JSON.stringify({ ...written, peak, seconds, stored: size })}\n`)
