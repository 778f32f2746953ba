import { createHash, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { textMessages } from '../../adapters/text-messages/client.ts';
import { messageList } from '../../adapters/text-messages/messageList.ts';
import { again } from '../again.ts';

/** The simulated provider of texts: its list, and a hand that sends what no notice asked for. */
export type Provider = ReturnType<typeof openProvider>;

/** Speaks to the simulator as anybody with the account's token could. */
export function openProvider(account: { url: string; account: string; token: string; from: string }) {
  const list = messageList(account);
  const texts = textMessages({ ...account, statusUrl: `${account.url}/nobody` });
  return {
    list,
    /** Has the provider wait so long (machine time) before it tells what became of a message. */
    async beLate(lateMs: number): Promise<void> {
      const headers = { 'Content-Type': 'application/json' };
      const url = `${account.url}/control/text-messages`;
      const { status } = await fetch(url, { method: 'PUT', headers, body: JSON.stringify({ lateMs }) });
      if (status !== 200) throw new Error(`the provider refused an order: ${status}`);
    },
    /** Sends a text to a number that nobody has and waits until it stands as delivered; its id and the text's hash. */
    async deliver(body: string): Promise<{ providerId: string; bodySha256: string }> {
      const sent = await texts.send({ to: `+99450${randomInt(1_000_000, 9_999_999)}`, body });
      if (sent.kind !== 'taken') throw new Error(`the provider did not take a text: ${sent.failure}`);
      await again(30_000, async () => {
        const status = await texts.statusOf(sent.providerId);
        if (status.kind !== 'known' || status.status !== 'delivered') throw new Error('it is not delivered yet');
      });
      return { providerId: sent.providerId, bodySha256: createHash('sha256').update(body).digest('hex') };
    },
  };
}

/** The provider of an embedded installation, by its environment. */
export function providerOf(env: Readonly<Record<string, string>>): Provider {
  return openProvider({
    url: env['MOHLET_SMS_URL'] ?? '',
    account: env['MOHLET_SMS_ACCOUNT'] ?? '',
    token: readFileSync(env['MOHLET_SMS_TOKEN'] ?? '', 'utf8').trim(),
    from: env['MOHLET_SMS_FROM'] ?? '',
  });
}
