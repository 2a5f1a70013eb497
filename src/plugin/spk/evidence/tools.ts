import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

const TOOLS = ['pdfjs-dist', '@napi-rs/canvas', 'zxing-wasm'] as const

const versionOf = (name: string): string =>
  (require(`${name}/package.json`) as { version: string }).version

/** Versions of what looks at a file, for the record. */
export const toolVersions = async (): Promise<Record<string, string>> => ({
  node: process.versions.node,
  ...Object.fromEntries(TOOLS.map((name) => [name, versionOf(name)])),
})
