/** Whether the process runs; asks nobody. */
export const GET = (): Response => Response.json({ status: 'live' })

export const dynamic = 'force-dynamic'
