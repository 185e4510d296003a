/** What one socket, and one person in this process, may hold open or send. A browser has a socket for each of its tabs. */
export const liveLimits = {
  socketsPerPerson: 20,
  subscriptionsPerSocket: 20,
  messagesPerSecond: 20,
  messageBytes: 100 * 1024,
} as const;
