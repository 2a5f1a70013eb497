const MAX_NAME = 120

/** What no file system takes, what hides or turns text around, and what leads out of a folder. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"/\\|?*]/gu

/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** The name of a file as every system can unpack it: its last part, without what some refuse. */
export const toFileName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replace(UNFIT, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 ? plain.slice(dot).slice(0, 20) : ''
  const stem = (dot > 0 ? plain.slice(0, dot) : plain).slice(0, MAX_NAME - ending.length)
  const name = `${stem}${ending}`
  return name === '' || DEVICE.test(name) ? `berkas-${name}`.replace(/-$/, '') : name
}
