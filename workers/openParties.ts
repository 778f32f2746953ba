import { readFileSync } from 'node:fs';
import { certificationCentres } from '../adapters/certification-centres/client.ts';
import { appointmentCalendar } from '../adapters/email/appointmentCalendar.ts';
import { mailClient } from '../adapters/email/client.ts';
import { entryExitRegister } from '../adapters/entry-exit-register/client.ts';
import { opinionAgencies } from '../adapters/opinion-agencies/client.ts';
import { textMessages } from '../adapters/text-messages/client.ts';
import { messageList } from '../adapters/text-messages/messageList.ts';
import { TEXT_STATUS_PATH } from '../adapters/text-messages/receive.ts';
import { servicePath } from '../adapters/x-road/identifiers.ts';
import type { LetterNeeds } from '../cases/notices/writeLetter.ts';
import { readAgencyBook, readCentreBook, readEnv, readOffices } from '../config/env.ts';
import { AGENCIES, type Agency } from '../law/signature-issuance/agencies.ts';

/** What the parties are opened by: named with the worker's own settings, so that all that is missing is said at once. */
export const PARTY_SETTINGS = [
  'MOHLET_AGENCIES',
  'MOHLET_CENTRES',
  'MOHLET_ENTRY_EXIT_URL',
  'MOHLET_XROAD_SELF',
  'MOHLET_XROAD_ENTRY_EXIT',
  'MOHLET_OUTGOING_CA',
  'MOHLET_OUTGOING_CERTIFICATE',
  'MOHLET_OUTGOING_KEY',
  'MOHLET_PUBLIC_URL',
  'MOHLET_OFFICES',
  'MOHLET_SMTP_URL',
  'MOHLET_MAIL_FROM',
  'MOHLET_MAIL_DOMAIN',
  'MOHLET_BOUNCE_PORT',
  'MOHLET_SMS_URL',
  'MOHLET_SMS_ACCOUNT',
  'MOHLET_SMS_TOKEN',
  'MOHLET_SMS_FROM',
] as const;

type PartyEnv = ReturnType<typeof readEnv<(typeof PARTY_SETTINGS)[number]>>;

/** The outside parties a worker speaks to, built from the environment, and what letters to them are written with. */
export function openParties(environment: NodeJS.ProcessEnv) {
  const env = readEnv(environment, PARTY_SETTINGS);
  const agencies = readAgencyBook(env.MOHLET_AGENCIES);
  const centres = readCentreBook(env.MOHLET_CENTRES);
  const client = env.MOHLET_XROAD_SELF;
  const ca = read(env.MOHLET_OUTGOING_CA);
  const cert = read(env.MOHLET_OUTGOING_CERTIFICATE);
  const key = read(env.MOHLET_OUTGOING_KEY);
  const outgoing = ca === undefined ? {} : { tls: { ca, ...(cert && key && { cert, key }) } };
  const letters: LetterNeeds = {
    publicUrl: env.MOHLET_PUBLIC_URL,
    inboxUrl: servicePath({ ...client, service: 'inbox' }),
    agencyMail: Object.fromEntries(AGENCIES.map((agency) => [agency, agencies[agency].mail])) as Record<Agency, string>,
    offices: readOffices(env.MOHLET_OFFICES),
    drawCalendar: (method, facts, language, attendee) =>
      appointmentCalendar(method, facts, language, { organizer: env.MOHLET_MAIL_FROM, attendee }),
  };
  return {
    letters,
    mail: openMail(env),
    ...openTexts(env),
    agencies: opinionAgencies({
      client,
      agencies: Object.fromEntries(
        AGENCIES.map((agency) => [
          agency,
          { base: agencies[agency].url, subsystem: agencies[agency].member, ...outgoing },
        ]),
      ) as Parameters<typeof opinionAgencies>[0]['agencies'],
    }),
    centres: certificationCentres({
      client,
      centres: {
        'e-imza': { base: centres['e-imza'].url, subsystem: centres['e-imza'].member, ...outgoing },
        asan: { base: centres.asan.url, subsystem: centres.asan.member, ...outgoing },
      },
    }),
    entryExit: entryExitRegister({
      base: env.MOHLET_ENTRY_EXIT_URL,
      subsystem: env.MOHLET_XROAD_ENTRY_EXIT,
      client,
      ...outgoing,
    }),
  };
}

function openMail(env: PartyEnv) {
  const smtp = new URL(env.MOHLET_SMTP_URL);
  const secure = smtp.protocol === 'smtps:';
  return mailClient({
    host: smtp.hostname,
    port: Number(smtp.port || (secure ? 465 : 25)),
    secure,
    from: env.MOHLET_MAIL_FROM,
    messageIdDomain: env.MOHLET_MAIL_DOMAIN,
    ...(env.MOHLET_BOUNCE_PORT !== undefined && { returnDomain: env.MOHLET_MAIL_DOMAIN }),
    ...(smtp.username !== '' && {
      auth: { user: decodeURIComponent(smtp.username), pass: decodeURIComponent(smtp.password) },
    }),
  });
}

function openTexts(env: PartyEnv) {
  const account = {
    url: env.MOHLET_SMS_URL,
    account: env.MOHLET_SMS_ACCOUNT,
    token: readFileSync(env.MOHLET_SMS_TOKEN, 'utf8').trim(),
    from: env.MOHLET_SMS_FROM,
  };
  const statusUrl = `${env.MOHLET_PUBLIC_URL}${TEXT_STATUS_PATH}`;
  return { texts: textMessages({ ...account, statusUrl }), messages: messageList(account) };
}

function read(path: string | undefined): string | undefined {
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}
