import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { isRejected, isReturned } from './control.ts';
import type { MailControl } from './control.ts';
import type { Mailbox } from './mailbox.ts';
import { sendBack } from './sendBack.ts';

const LARGEST_MESSAGE = 1024 * 1024;

/** The SMTP half of the simulator: `open` listens (the same port again after `close`), `close` cuts every connection. */
export type PostOffice = { readonly port: number; open(): Promise<void>; close(): Promise<void> };

/** A real SMTP server (RFC 5321) on 127.0.0.1 that puts what it accepts into the mailbox and misbehaves as `control()` says. */
export function postOffice(options: {
  port: number;
  mailbox: Mailbox;
  control: () => MailControl;
  /** Where returned mail goes. */
  bouncePort?: number;
}): PostOffice {
  const { mailbox, control } = options;
  let { port } = options;
  let running: { server: SMTPServer; sockets: Map<string, Socket>; closing: AbortController } | null = null;

  async function answerRecipient(address: string, signal: AbortSignal): Promise<void> {
    if (control().slowMs > 0) await wait(control().slowMs, undefined, { signal });
    if (!isRejected(control(), address)) return;
    mailbox.note({ what: 'rejected', to: address });
    throw Object.assign(new Error(`5.1.1 No mailbox ${address}`), { responseCode: 550 });
  }

  async function takeMessage(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<'answer' | 'die'> {
    const raw = await buffer(stream);
    if (stream.sizeExceeded) throw Object.assign(new Error('5.3.4 Message too large'), { responseCode: 552 });
    const { mailFrom, rcptTo } = session.envelope;
    const kept = await mailbox.keep(raw, {
      from: mailFrom ? mailFrom.address : '',
      to: rcptTo.map((recipient) => recipient.address),
    });
    const { from, to } = kept;
    if (options.bouncePort !== undefined && from !== '')
      for (const address of to.filter((one) => isReturned(control(), one)))
        void sendBack(options.bouncePort, { from, address, status: control().returnStatus }).then((told) =>
          mailbox.note({ what: 'returned', id: kept.id, told }),
        );
    if (!control().acceptThenDie) return 'answer';
    mailbox.note({ what: 'cut-off', id: kept.id });
    return 'die';
  }

  return {
    get port() {
      return port;
    },
    async open() {
      if (running) return;
      const sockets = new Map<string, Socket>();
      const closing = new AbortController();
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        logger: false,
        size: LARGEST_MESSAGE,
        onRcptTo: (recipient, _session, done) =>
          void answerRecipient(recipient.address, closing.signal).then(
            () => done(),
            (error: Error) => done(error),
          ),
        onData: (stream, session, done) =>
          void takeMessage(stream, session).then(
            (then) => (then === 'die' ? sockets.get(peer(session))?.destroy() : done()),
            (error: Error) => done(error),
          ),
      });
      // A sender that hangs up in mid-sentence is its own affair.
      server.on('error', () => {});
      server.server.on('connection', (socket) => {
        const key = peer(socket);
        sockets.set(key, socket);
        socket.once('close', () => sockets.delete(key));
      });
      const listening = server.listen(port, '127.0.0.1');
      await once(listening, 'listening');
      port = (listening.address() as AddressInfo).port;
      running = { server, sockets, closing };
    },
    async close() {
      if (!running) return;
      const { server, sockets, closing } = running;
      running = null;
      const closed = new Promise<void>((resolve) => server.close(resolve));
      closing.abort();
      for (const socket of sockets.values()) socket.destroy();
      await closed;
    },
  };
}

function peer(from: { remoteAddress?: string | undefined; remotePort?: number | undefined }): string {
  return `${from.remoteAddress} ${from.remotePort}`;
}
