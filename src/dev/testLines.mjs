// Built-in modules only.

/**
 * Passes a child's output on line by line under its name, so that what runs side by side can be told
 * apart. What ends without a line break is passed on when the stream closes.
 *
 * @param {{ name: string, print: (line: string) => void, streams: readonly import('node:stream').Readable[] }} of
 */
export const nameLines = ({ name, print, streams }) => {
  for (const stream of streams) {
    let rest = ''
    stream.setEncoding('utf8')
    stream.on('data', (text) => {
      const lines = `${rest}${text}`.split('\n')
      rest = lines.pop() ?? ''
      lines.forEach((line) => print(`${name.padEnd(9)} | ${line}\n`))
    })
    stream.on('end', () => {
      if (rest !== '') {
        print(`${name.padEnd(9)} | ${rest}\n`)
      }
    })
  }
}
