import { createHash } from 'node:crypto';
import twilio from 'twilio';
import type { ListedMessage, TextMessageList } from '../ports.ts';
import type { TextProvider } from './client.ts';
import { statusInOurWords } from './status.ts';

const PAGE = 1_000;

/** What is read of one page of the provider's list, newest first. */
type Page = {
  instances: { sid: string; body: string; status: string; dateCreated: Date }[];
  nextPage(): Promise<Page | undefined> | undefined;
};

/** The provider's own list of what was sent from our number, a text by its hash; whatever fails is only that it failed. */
export function messageList(provider: Omit<TextProvider, 'statusUrl'>): TextMessageList {
  const { account, token, from, timeoutMs = 10_000 } = provider;
  const client = twilio(account, token, { httpClient: new twilio.RequestClient({ timeout: timeoutMs }) });
  client.api.baseUrl = provider.url;
  return {
    async since(instant) {
      const oldest = Date.parse(instant);
      const messages: ListedMessage[] = [];
      try {
        let page: Page | undefined = await client.messages.page({ from, pageSize: PAGE });
        while (page !== undefined) {
          const young: Page['instances'] = page.instances.filter(({ dateCreated }) => dateCreated.getTime() >= oldest);
          messages.push(...young.map(inOurWords));
          page = young.length < page.instances.length ? undefined : await page.nextPage();
        }
        return { kind: 'listed', messages };
      } catch (fault) {
        return { kind: 'failed', failure: 'status' in (fault as object) ? 'unreadable' : 'unreachable' };
      }
    },
  };
}

function inOurWords({ sid, body, status, dateCreated }: Page['instances'][number]): ListedMessage {
  return {
    providerId: sid,
    bodySha256: createHash('sha256').update(body).digest('hex'),
    status: statusInOurWords(status) ?? 'sent',
    at: dateCreated.toISOString(),
  };
}
