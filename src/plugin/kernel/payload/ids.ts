import { v7 as uuidv7 } from 'uuid'

/** A new row id: UUID version 7 (RFC 9562), time-ordered and unguessable, as Payload itself makes them. */
export const newId = (): string => uuidv7()
