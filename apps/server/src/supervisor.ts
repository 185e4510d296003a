/** What this process tells the one that started it; without one, the terminal. */
type Message =
  | { type: 'progress'; text: string }
  | { type: 'failed'; text: string }
  | { type: 'ready'; url: string; sampleAccounts: readonly { username: string; password: string }[] };

export function tell(message: Message): void {
  if (process.send !== undefined) process.send(message);
  else if (message.type === 'failed') process.stderr.write(`${message.text}\n`);
  else process.stdout.write(message.type === 'ready' ? `Cursus answers at ${message.url}\n` : `${message.text}\n`);
}

/** Runs `stop` once: when the terminal or the supervisor asks for it, and when the supervisor is gone. */
export function onStop(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const end = () => {
    stopping ??= stop().finally(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('disconnect', end);
}
