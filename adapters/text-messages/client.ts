import twilio from 'twilio';
import type { PartyFailure, TextMessages } from '../ports.ts';
import { statusInOurWords } from './status.ts';

/** How the provider is spoken to: its address, our account with it, the number we send from, where its word comes to. */
export type TextProvider = {
  url: string;
  account: string;
  token: string;
  from: string;
  statusUrl: string;
  timeoutMs?: number;
};

/** Between the provider's clock and ours. */
const CLOCK_SLACK_MS = 10 * 60_000;
const PAGE = 100;

/** What is read of one page of the provider's list, newest first. */
type Page = {
  instances: { sid: string; body: string; status: string; dateCreated: Date }[];
  nextPage(): Promise<Page> | undefined;
};

/** Raised before a byte of the request left: the provider cannot have taken it. */
const NEVER_LEFT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * The provider of text messages by Twilio's REST API (2010-04-01). It never throws for what the provider or the network
 * does, and passes on none of their words; it tries nothing twice, for the attempts are recorded by whoever asks.
 */
export function textMessages(provider: TextProvider): TextMessages {
  const { account, token, from, statusUrl, timeoutMs = 10_000 } = provider;
  const client = twilio(account, token, { httpClient: new twilio.RequestClient({ timeout: timeoutMs }) });
  client.api.baseUrl = provider.url;
  return {
    async send({ to, body }) {
      try {
        const { sid } = await client.messages.create({ to, from, body, statusCallback: statusUrl });
        return typeof sid === 'string' && sid !== '' ? { kind: 'taken', providerId: sid } : failed('unreadable');
      } catch (fault) {
        return failureOf(fault);
      }
    },
    // Not by the list's own filter of sending dates: a message that waits to be sent has none yet and would be missed.
    async find({ to, body, since }) {
      const oldest = Date.parse(since) - CLOCK_SLACK_MS;
      try {
        for (let page: Page = await client.messages.page({ to, pageSize: PAGE }); ;) {
          const found = page.instances.find((one) => one.body === body && one.dateCreated.getTime() >= oldest);
          if (found !== undefined)
            return { kind: 'found', providerId: found.sid, status: statusInOurWords(found.status) ?? 'sent' };
          if (page.instances.some(({ dateCreated }) => dateCreated.getTime() < oldest)) return { kind: 'none' };
          const next = await page.nextPage();
          if (next === undefined) return { kind: 'none' };
          page = next;
        }
      } catch (fault) {
        return failureOf(fault);
      }
    },
    async statusOf(providerId) {
      try {
        const status = statusInOurWords((await client.messages(providerId).fetch()).status);
        return status === null ? failed('unreadable') : { kind: 'known', status };
      } catch (fault) {
        return (fault as { status?: unknown }).status === 404 ? { kind: 'none' } : failureOf(fault);
      }
    },
  };
}

function failed(failure: PartyFailure['failure']): PartyFailure {
  return { kind: 'failed', failure };
}

/**
 * What a failed call means in our words. Only a refusal of this very message (400) is `rejected`; that of our account or
 * pace (401, 403, 429) is no word about it. A connection lost after it stood leaves open whether the message was taken.
 */
function failureOf(fault: unknown): PartyFailure {
  const { status, code } = fault as { status?: unknown; code?: unknown };
  if (status === 400) return failed('rejected');
  if (status === 401 || status === 403 || status === 429) return failed('unreachable');
  if (typeof status === 'number') return failed('unreadable');
  if (typeof code === 'string' && NEVER_LEFT.has(code)) return failed('unreachable');
  return failed('timed-out');
}
