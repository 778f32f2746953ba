import { createTransport } from 'nodemailer';
import type { Letter, Mail } from '../ports.ts';
import { mailFailure } from './failure.ts';
import { isSendable } from './isSendable.ts';
import { returnAddress } from './returnAddress.ts';

/** Where the mail server is and how it is spoken to; times in milliseconds. */
export type MailServer = {
  host: string;
  port: number;
  /** TLS from the first byte; without it STARTTLS is used where the server offers it. */
  secure: boolean;
  /** Refuse to go on without STARTTLS. */
  requireTls?: boolean;
  auth?: { user: string; pass: string };
  from: string;
  tlsRejectUnauthorized?: boolean;
  /** What follows the @ of every Message-ID. */
  messageIdDomain?: string;
  /** Where letters that cannot be delivered come back to: `bounce+<notice>@` this domain; to `from` when absent. */
  returnDomain?: string;
  /** How long one step of the conversation may take. */
  stepTimeoutMs?: number;
  /** How long one letter may take in all, the wait for a free connection included. */
  letterTimeoutMs?: number;
};

/** The port to the mail server, and a way to let go of its connections (letters under way are finished first). */
export type MailClient = Mail & { close(): void };

/**
 * A client of the mail server (RFC 5321) over a few kept connections. Sends plain UTF-8 text marked as automatic
 * (RFC 3834) under a Message-ID that is the same over every attempt; never throws for what the server or the network
 * does, and passes on none of their words. A letter that would break a header is `rejected` unsent.
 */
export function mailClient(server: MailServer): MailClient {
  const { messageIdDomain = 'mohlet.invalid', stepTimeoutMs = 20_000, letterTimeoutMs = 60_000 } = server;
  const transport = createTransport({
    pool: true,
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTls ?? false,
    ...(server.auth && { auth: server.auth }),
    tls: { rejectUnauthorized: server.tlsRejectUnauthorized ?? true },
    // A connection the server dropped is tried again once; beyond that the caller's own attempts count.
    maxRequeues: 1,
    connectionTimeout: stepTimeoutMs,
    greetingTimeout: stepTimeoutMs,
    socketTimeout: stepTimeoutMs,
    dnsTimeout: stepTimeoutMs,
    socketCloseTimeout: 1_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(letter: Letter) {
      if (!isSendable(letter)) return { kind: 'failed', failure: 'rejected' };
      try {
        await transport.sendMail({
          from: server.from,
          to: { name: '', address: letter.to },
          subject: letter.subject,
          text: letter.text,
          messageId: `<${letter.messageId}@${messageIdDomain}>`,
          ...(server.returnDomain !== undefined && {
            envelope: { from: returnAddress(letter.messageId, server.returnDomain), to: [letter.to] },
          }),
          ...(letter.calendar && {
            icalEvent: { method: letter.calendar.method, filename: 'appointment.ics', content: letter.calendar.ics },
          }),
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
          xMailer: false,
          signal: AbortSignal.timeout(letterTimeoutMs),
        });
        return { kind: 'accepted' };
      } catch (error) {
        return mailFailure(error);
      }
    },
    close: () => transport.close(),
  };
}
