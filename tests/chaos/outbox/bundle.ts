import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'

/** What was not written for modules asks for `require`, also inside one. */
const BANNER = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`

/**
 * Puts a script and everything that it needs into one file. Loading them one by one takes a process
 * several seconds, of which a run with a thousand deaths has not enough.
 */
export const bundleScript = async (args: { file: string; script: URL }): Promise<void> => {
  await build({
    banner: { js: BANNER },
    bundle: true,
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    entryPoints: [fileURLToPath(args.script)],
    external: ['pg-native', 'prettier', 'sharp', 'typescript'],
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'error',
    minify: true,
    outfile: args.file,
    platform: 'node',
    target: 'node20',
  })
}
