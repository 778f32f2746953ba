import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mailControlSchema } from './control.ts';
import { openMailbox } from './mailbox.ts';
import { mailboxApp } from './mailboxApp.ts';
import { postOffice } from './postOffice.ts';

/** A running mail simulator; `httpUrl` has no trailing slash. */
export type MailSimulator = { smtpPort: number; httpUrl: string; stop(): Promise<void> };

/**
 * Starts a real SMTP server and its mailbox pages on 127.0.0.1; a port of 0 is chosen by the system. Messages and the
 * journal lie in `folder` and outlive a restart; the same Message-ID twice is kept twice. Rejects when a port is taken.
 */
export async function startMailSimulator(options: {
  smtpPort: number;
  httpPort?: number;
  /** Where returned mail goes; without it nothing comes back. */
  bouncePort?: number;
  folder: string;
}): Promise<MailSimulator> {
  let control = mailControlSchema.parse({});
  const mailbox = openMailbox(options.folder);
  const office = postOffice({
    port: options.smtpPort,
    mailbox,
    control: () => control,
    ...(options.bouncePort !== undefined && { bouncePort: options.bouncePort }),
  });
  const app = mailboxApp({
    mailbox,
    control: () => control,
    async setControl(wanted) {
      const was = control;
      control = wanted;
      if (was.down !== wanted.down) mailbox.note({ what: wanted.down ? 'down' : 'up' });
      await (wanted.down ? office.close() : office.open());
    },
  });
  await office.open();
  const http = app.listen(options.httpPort ?? 0, '127.0.0.1');
  try {
    await once(http, 'listening');
  } catch (error) {
    await office.close();
    throw error;
  }
  return {
    smtpPort: office.port,
    httpUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async stop() {
      const closed = new Promise((resolve) => http.close(resolve));
      http.closeAllConnections();
      await Promise.all([closed, office.close()]);
    },
  };
}
