import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** This folder, seen from the project. */
export const INSPECT_FOLDER = 'src/plugin/spk/inspect'

/** Folder of a file by its address, where the address is one of this machine. */
const folderOf = (url: string): null | string => {
  try {
    return dirname(fileURLToPath(url))
  } catch {
    return null
  }
}

/**
 * Where the programs of the inspecting process lie: beside the file that asks for them, and seen from the
 * project where a bundler has moved that file.
 *
 * @param url `import.meta.url` of the file that asks
 * @param folder Its folder, from the project
 */
export const placeOf = (url: string, folder: string): string => {
  const own = folderOf(url)
  return own !== null && existsSync(join(own, 'programs')) ? own : join(process.cwd(), folder)
}

/** A program in a folder of them: TypeScript as long as nobody has compiled it. */
export const programIn = (place: string, name: string): string => {
  const source = join(place, 'programs', `${name}.ts`)
  return existsSync(source) ? source : join(place, 'programs', `${name}.js`)
}
