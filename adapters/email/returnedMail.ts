import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { readReport } from './readReport.ts';
import { noticeOfReturnAddress } from './returnAddress.ts';

const LARGEST_MESSAGE = 1024 * 1024;

/** How the listener for returned mail is set up; `returned` is told of each letter that came back for good. */
export type ReturnedMail = {
  host: string;
  port: number;
  /** What follows the @ of our return addresses. */
  domain: string;
  returned(noticeId: string, status: string): Promise<void>;
  /** Told of each message that was no such report, and of nothing in it. */
  dropped(): void;
};

/**
 * Listens for returned mail (RFC 5321): only reports from the empty sender to one of our return addresses are read, all
 * else is refused or dropped. Rejects when the port is taken. `port` is the one listened on, `stop` ends it.
 */
export async function listenForReturnedMail(how: ReturnedMail): Promise<{ port: number; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: LARGEST_MESSAGE,
    maxClients: 50,
    socketTimeout: 30_000,
    closeTimeout: 1_000,
    onMailFrom({ address }, _session, done) {
      // RFC 3464 section 2: a report has no sender, so that no report is ever made of a report.
      done(address === '' ? null : refusal('5.7.1 Only delivery reports are taken here'));
    },
    onRcptTo({ address }, _session, done) {
      done(noticeOfReturnAddress(address, how.domain) === null ? refusal('5.1.1 No such address') : null);
    },
    onData(stream, session, done) {
      const notices = session.envelope.rcptTo.map(({ address }) => noticeOfReturnAddress(address, how.domain));
      take(how, stream, notices).then(
        () => done(null),
        () => done(Object.assign(new Error('4.3.0 Try again later'), { responseCode: 451 })),
      );
    },
  });
  // A sender that hangs up in mid-sentence is its own affair; a port that is taken is ours.
  server.on('error', () => undefined);
  const listening = server.listen(how.port, how.host);
  await new Promise<void>((resolve, reject) => {
    listening.once('listening', resolve);
    listening.once('error', reject);
  });
  const address = listening.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : how.port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function take(how: ReturnedMail, stream: NodeJS.ReadableStream, notices: readonly (string | null)[]) {
  const raw = await buffer(stream);
  if (raw.length > LARGEST_MESSAGE) return how.dropped();
  const status = await readReport(raw).catch(() => null);
  const [notice] = notices;
  // A report is about one letter of ours: one that names several is not believed.
  if (status === null || notice === undefined || notice === null || notices.length > 1) return how.dropped();
  await how.returned(notice, status);
}

function refusal(text: string): Error {
  return Object.assign(new Error(text), { responseCode: 550 });
}
