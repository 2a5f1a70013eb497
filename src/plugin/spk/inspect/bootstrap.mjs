/*
 * First module of the inspecting process: `bootstrap.mjs PROGRAM FOLDER [LOADER]`. A program that is
 * still TypeScript is read with the loader, which is then switched off: it would go over every
 * package as well, and take 150 MB for that.
 */
const [program = '', folder = '', loader] = process.argv.slice(2)

/** Reads the program; whatever it needs beyond its own sources it imports when it serves. */
async function readProgram() {
  if (!loader) {
    return import(program)
  }
  const { register } = await import(loader)
  const unregister = register()
  const read = await import(program)
  await unregister()
  return read
}

const { serve } = await readProgram()
await serve(folder)
