/** Next calls this once, when its server starts and before it takes the first request. */
export const register = async (): Promise<void> => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { mendIncomingPaths } = await import('./app/incomingPaths')
    mendIncomingPaths()
  }
}
