import { readFileSync } from 'node:fs';
import { Connection, type ConnectionOptions } from '@temporalio/client';
import { readEnv } from './config/env.ts';

/** What says where Temporal is. */
export const TEMPORAL_SETTINGS = [
  'MOHLET_TEMPORAL_ADDRESS',
  'MOHLET_TEMPORAL_NAMESPACE',
  'MOHLET_TEMPORAL_TLS',
  'MOHLET_TEMPORAL_TLS_CA',
  'MOHLET_TEMPORAL_TLS_CERTIFICATE',
  'MOHLET_TEMPORAL_TLS_KEY',
  'MOHLET_TEMPORAL_API_KEY',
  'MOHLET_TASK_QUEUE',
] as const;

/** Where Temporal is and how to reach it, from the environment: address, namespace, task queue, TLS and API key. */
export function readTemporalConfig(environment: NodeJS.ProcessEnv) {
  const env = readEnv(environment, TEMPORAL_SETTINGS);
  const read = (path: string | undefined) => (path === undefined ? undefined : readFileSync(path));
  const ca = read(env.MOHLET_TEMPORAL_TLS_CA);
  const crt = read(env.MOHLET_TEMPORAL_TLS_CERTIFICATE);
  const key = read(env.MOHLET_TEMPORAL_TLS_KEY);
  const tls =
    env.MOHLET_TEMPORAL_TLS === 'off'
      ? null
      : { ...(ca && { serverRootCACertificate: ca }), ...(crt && key && { clientCertPair: { crt, key } }) };
  const options: ConnectionOptions = {
    address: env.MOHLET_TEMPORAL_ADDRESS,
    ...(tls && { tls }),
    ...(env.MOHLET_TEMPORAL_API_KEY !== undefined && { apiKey: env.MOHLET_TEMPORAL_API_KEY }),
  };
  return { options, namespace: env.MOHLET_TEMPORAL_NAMESPACE, taskQueue: env.MOHLET_TASK_QUEUE };
}

export type TemporalConfig = ReturnType<typeof readTemporalConfig>;

/** Connects lazily: the first call connects, and an engine that is down is met there, not at start. */
export function connectLazily({ options }: TemporalConfig): Connection {
  return Connection.lazy(options);
}
