import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { appointmentCalendar } from '../../adapters/email/appointmentCalendar.ts';
import { mailClient } from '../../adapters/email/client.ts';
import { listenForReturnedMail } from '../../adapters/email/returnedMail.ts';
import { startMailSimulator } from '../../adapters/email/simulator.ts';
import { textMessages } from '../../adapters/text-messages/client.ts';
import { TEXT_STATUS_PATH, textStatusReader } from '../../adapters/text-messages/receive.ts';
import { startTextSimulator } from '../../adapters/text-messages/simulator.ts';
import type { ApiNeeds } from '../../api/needs.ts';
import { textStatusRoutes } from '../../api/text-messages/routes.ts';
import { recordReturn } from '../../cases/notices/recordReturn.ts';
import type { LetterNeeds } from '../../cases/notices/writeLetter.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';
import { askForUnheardTexts, deliverDueLetters, deliverDueTexts } from '../../workers/postman.ts';

const ACCOUNT = `AC${'0'.repeat(32)}`;
const TOKEN = 'token-of-a-test';
const DOMAIN = 'mohlet.invalid';

/** What the simulated provider of text messages keeps. */
export type TakenText = { sid: string; to: string; body: string; status: string };
/** What the simulated mail server keeps. */
export type TakenLetter = { messageId: string; from: string; to: string[]; text: string; calendar: string | null };

/** Both channels on real sockets, with the doors by which their later word comes in, on a record. */
export async function openChannels(record: CaseRecord) {
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-channels-'));
  const app = express();
  const door = createServer(app).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const publicUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const statusUrl = `${publicUrl}${TEXT_STATUS_PATH}`;
  const receiveTextStatus = textStatusReader({ url: statusUrl, account: ACCOUNT, token: TOKEN });
  // Closed while a provider must not be heard yet: what it says before its message was recorded as sent is not believed.
  let opened = Promise.resolve();
  app.use(async (_request, _response, next) => {
    await opened;
    next();
  });
  app.use('/api/v1', textStatusRoutes({ record, receiveTextStatus, log: pino({ level: 'silent' }) } as ApiNeeds));
  let dropped = 0;
  const returns = await listenForReturnedMail({
    host: '127.0.0.1',
    port: 0,
    domain: DOMAIN,
    returned: async (notice, status) => void (await recordReturn(record, notice, status)),
    dropped: () => (dropped += 1),
  });
  const server = await startMailSimulator({ smtpPort: 0, folder: join(folder, 'mail'), bouncePort: returns.port });
  const provider = await startTextSimulator({
    port: 0,
    account: ACCOUNT,
    token: TOKEN,
    journalFile: join(folder, 'text-messages.jsonl'),
  });
  const from = 'noreply@mohlet.invalid';
  const address = { host: '127.0.0.1', port: server.smtpPort, secure: false, messageIdDomain: DOMAIN };
  const mail = mailClient({ ...address, from, returnDomain: DOMAIN, stepTimeoutMs: 60_000 });
  const textsWithin = (timeoutMs: number) =>
    textMessages({ url: provider.url, account: ACCOUNT, token: TOKEN, from: '+15005550006', statusUrl, timeoutMs });
  const texts = textsWithin(60_000);
  const needs: LetterNeeds = {
    publicUrl: 'https://portal.gov.test',
    inboxUrl: '/inbox',
    agencyMail: Object.fromEntries(AGENCIES.map((name) => [name, `${name}@agency.invalid`])) as Record<Agency, string>,
    offices: { 'ministry:foreign-affairs': 'mfa@office.invalid', mission: 'mission-{post}@office.invalid' },
    drawCalendar: (method, facts, language, attendee) =>
      appointmentCalendar(method, facts, language, { organizer: from, attendee }),
  };
  const put = async (url: string, how: object) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(how) });
    assert.equal(answer.status, 200, await answer.text());
  };
  const listed = async <T>(url: string) => (await (await fetch(url)).json()) as T[];
  const deliver = (by = texts) =>
    Promise.all([deliverDueLetters(record, mail, needs), deliverDueTexts(record, by, needs)]);
  return {
    needs,
    mail,
    texts,
    statusUrl,
    account: ACCOUNT,
    token: TOKEN,
    returnsPort: returns.port,
    droppedReturns: () => dropped,
    tellMail: (how: object) => put(`${server.httpUrl}/control/mail`, how),
    tellProvider: (how: object) => put(`${provider.url}/control/text-messages`, how),
    deliver,
    /** The same, where the provider of text messages is given up after a moment. */
    deliverInHaste: () => deliver(textsWithin(500)),
    /** The same, and only then the provider's word on what it was given is let in. */
    async deliverThenHear(): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      opened = promise;
      await deliver().finally(resolve);
    },
    ask: () => askForUnheardTexts(record, texts),
    async letters(caseNumber: string): Promise<TakenLetter[]> {
      return (await listed<TakenLetter>(`${server.httpUrl}/dev/mail.json`)).filter(({ text }) =>
        text.includes(caseNumber),
      );
    },
    async sent(caseNumber: string): Promise<TakenText[]> {
      return (await listed<TakenText>(`${provider.url}/dev/text-messages.json`)).filter(({ body }) =>
        body.includes(caseNumber),
      );
    },
    async stop(): Promise<void> {
      mail.close();
      // First the doors, each waiting for whom it has let in: what they record needs the record, which is closed after this.
      await new Promise((resolve) => door.close(resolve));
      await returns.stop();
      await Promise.all([server.stop(), provider.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
