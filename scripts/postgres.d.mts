export interface Cluster {
  /** Of the database `cursus`, as its superuser. */
  readonly url: string;
  /** Resolves when PostgreSQL ended, asked or not. */
  readonly ended: Promise<void>;
  /** Ends every connection and stops PostgreSQL cleanly; what is thrown away is removed. */
  readonly stop: () => Promise<void>;
}

export interface ClusterOptions {
  /** Absolute path. PostgreSQL gets the folder `postgres` in it. */
  readonly dataDir: string;
  /** For tests: fast, and unsafe against a crash of the machine. */
  readonly throwAway?: boolean;
}

/**
 * Starts a PostgreSQL of our own, making its data the first time. It listens on this machine only, on a free port, with a password that
 * is kept in the data folder, and stops when this process ends in whatever way. One process a data folder.
 */
export function startCluster(options: ClusterOptions): Promise<Cluster>;

/** The address of the PostgreSQL that another process runs on this data folder, if one does. */
export function runningClusterUrl(dataDir: string): string | undefined;
