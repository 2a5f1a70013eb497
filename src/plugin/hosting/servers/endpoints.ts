import type { Endpoint } from 'payload'

/** Doors of servers: the test of the connection. */
export const createServerEndpoints = (): Omit<Endpoint, 'root'>[] => []
