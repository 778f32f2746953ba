import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { textControlSchema } from './behaviour.ts';
import { openTextStore } from './textStore.ts';
import { providerApp } from './providerApp.ts';

/** A running simulator of the provider; `url` has no trailing slash. */
export type TextSimulator = { url: string; stop(): Promise<void> };

/**
 * Starts a provider of text messages on 127.0.0.1 that speaks Twilio's REST API with signed status callbacks; a port of 0
 * is chosen by the system. What it took stands in the journal and outlives a restart. Rejects when the port is taken.
 */
export async function startTextSimulator(options: {
  port: number;
  account: string;
  token: string;
  journalFile: string;
}): Promise<TextSimulator> {
  const { port, account, token } = options;
  let control = textControlSchema.parse({});
  const closing = new AbortController();
  const app = providerApp({
    account,
    token,
    store: openTextStore(options.journalFile),
    signal: closing.signal,
    control: () => control,
    setControl: (wanted) => {
      control = wanted;
    },
  });
  const http = app.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async stop() {
      closing.abort();
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await closed;
    },
  };
}
