// Preloaded by every child of the launcher: a child must not outlive it, even after kill -9.
if (process.env.LUNAS_LEASH === String(process.ppid) && process.channel) {
  const leave = () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 8000).unref()
  }
  process.once('disconnect', leave)
  // The leash alone must not keep a finished child alive.
  process.channel.unref()
}
