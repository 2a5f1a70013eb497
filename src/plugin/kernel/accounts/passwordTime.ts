import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** Payload 3.90 spends so much on every password. */
const ITERATIONS = 600_000
const KEY_BYTES = 32

/**
 * Spends the time that checking a password takes. For accounts that do not exist: else the answer
 * comes a hundred times sooner and tells so.
 */
export const spendPasswordTime = async (password: string): Promise<void> => {
  await derive(password, 'nobody', ITERATIONS, KEY_BYTES, 'sha256')
}
