import type { Failure } from '../panels'

/** Exit codes of Hestia's commands (REST API, "Return codes"). */
export const EXIT = {
  args: 1,
  exists: 4,
  notExist: 3,
  ok: 0,
  suspended: 5,
  unsuspended: 6,
} as const

/** Codes that say no, in plain words; nothing was done. */
const REFUSALS: Readonly<Record<number, string>> = {
  1: 'an argument is missing',
  2: 'a name, address or package has a form that Hestia does not take',
  3: 'the account, site or package does not exist',
  4: 'the name is taken',
  5: 'the account is suspended',
  7: 'it is used by something else',
  8: 'the limit of the package is reached',
  9: 'the key is unknown, revoked or its owner is suspended',
  10: 'the key may not run this command, or the address of the shop is not on the list of the API',
  11: 'the API or this part of the panel is switched off',
  13: 'there is no space left on the disk',
  21: 'the API is switched off for this user',
  126: 'the command cannot be run',
  127: 'the command does not exist on this server',
}

const BUSY = 14

/** What an exit code means that is neither success nor expected. */
export const verdictOfCode = (command: string, code: number): Failure => {
  const words = REFUSALS[code]
  if (words !== undefined) {
    return { kind: 'rejected', reason: `${command}: ${words} (${code})` }
  }
  return code === BUSY
    ? { kind: 'unavailable', reason: `${command}: the server is too busy (${code})` }
    : { kind: 'unknown', reason: `${command} ended in the middle (${code})` }
}
