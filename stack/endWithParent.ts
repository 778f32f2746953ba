/** Preloaded into our own child processes: when the process that started them is gone, they end in order, or at once after ten seconds. */
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  process.kill(process.pid, 'SIGTERM');
});
// A listener holds the process open; the channel alone is no reason to live on.
process.channel?.unref();
