import { setTimeout as wait } from 'node:timers/promises';
import twilio from 'twilio';
import type { TextBehaviour } from './behaviour.ts';
import type { TakenMessage, TextStore } from './textStore.ts';

const LAST = { deliver: 'delivered', fail: 'failed', undelivered: 'undelivered', 'on-its-way': 'sent' } as const;

/** Who posts the callbacks: the account, its token, and the store whose journal tells of each. */
export type Caller = { account: string; token: string; store: TextStore; signal: AbortSignal };

/** Carries a taken message to its end and tells its sender by signed callbacks, or misbehaves as it is told. */
export async function carry(caller: Caller, message: TakenMessage, behaviour: TextBehaviour): Promise<void> {
  const { store } = caller;
  const last = LAST[behaviour.outcome];
  store.setStatus(message.sid, 'sent');
  if (last !== 'sent') store.setStatus(message.sid, last);
  if (behaviour.lateMs > 0) await wait(behaviour.lateMs, undefined, { signal: caller.signal });
  const order = last === 'sent' ? ['sent'] : ['sent', last];
  switch (behaviour.callbacks) {
    case 'once':
      return tell(caller, message, order);
    case 'twice':
      return tell(caller, message, [...order, ...order]);
    case 'out-of-order':
      return tell(caller, message, order.toReversed());
    case 'forged':
      return tell({ ...caller, token: 'somebody else' }, message, ['delivered']);
    case 'lost':
      return;
  }
}

async function tell(caller: Caller, message: TakenMessage, statuses: readonly string[]): Promise<void> {
  for (const status of statuses) {
    const params = {
      AccountSid: caller.account,
      ApiVersion: '2010-04-01',
      From: message.from,
      To: message.to,
      MessageSid: message.sid,
      SmsSid: message.sid,
      MessageStatus: status,
      SmsStatus: status,
      ...(status === 'delivered' && { RawDlrDoneDate: networkDate(new Date()) }),
    };
    const answered = await fetch(message.callback, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'X-Twilio-Signature': twilio.getExpectedTwilioSignature(caller.token, message.callback, params),
      },
      body: new URLSearchParams(params),
      signal: AbortSignal.any([caller.signal, AbortSignal.timeout(10_000)]),
    }).then(
      ({ status: code }) => code,
      () => 0,
    );
    caller.store.note({ what: 'told', sid: message.sid, status, answered });
  }
}

/** `YYMMDDhhmm`, in UTC. */
function networkDate(at: Date): string {
  return at.toISOString().replace(/\D/g, '').slice(2, 12);
}
