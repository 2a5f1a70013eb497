const MOST = 40

/** Prints what went wrong, one line each, so that a red figure can be followed up. */
export const sayAll = (title: string, lines: readonly string[]): void => {
  for (const line of lines.slice(0, MOST)) {
    process.stderr.write(`${title}: ${line}\n`)
  }
  if (lines.length > MOST) {
    process.stderr.write(`${title}: and ${lines.length - MOST} more\n`)
  }
}
