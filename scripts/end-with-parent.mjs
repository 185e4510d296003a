// Loaded into a tool that we start with an IPC channel, and that would otherwise outlive us when we are killed.
process.on('disconnect', () => process.exit());
