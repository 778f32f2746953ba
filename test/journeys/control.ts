import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';
import { type Centre, CENTRES } from '../../law/signature-issuance/parties.ts';
import type { TestStack } from '../support/stack.ts';

/** The simulators told over HTTP what to do, and asked what they did. */
export function control({ stack }: TestStack) {
  const tell = async (port: number, method: string, path: string, body: unknown): Promise<Response> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the simulator refused: ${answer.status}`);
    return answer;
  };
  const portOf = (agency: Agency) => stack.ports.agencies[AGENCIES.indexOf(agency)] ?? 0;
  return {
    mail: (how: object) => tell(stack.ports.mailbox, 'PUT', '/control/mail', how),
    letters: async () =>
      (await (await fetch(`http://127.0.0.1:${stack.ports.mailbox}/dev/mail.json`)).json()) as {
        messageId: string;
        to: string[];
        subject: string;
        text: string;
      }[],
    register: (how: object) => tell(stack.ports.entryExit, 'PUT', '/control/behaviour', how),
    citizen: (card: object) => tell(stack.ports.entryExit, 'POST', '/control/citizens', card),
    centre: (centre: Centre, how: object) =>
      tell(stack.ports.centres[CENTRES.indexOf(centre)] ?? 0, 'PUT', '/control/behaviour', { default: how }),
    say: async (agency: Agency, caseNumber: string, opinion: unknown) =>
      (await (await tell(portOf(agency), 'POST', '/control/say', { caseNumber, opinion })).json()) as {
        messageId: string;
        kind: string;
        status?: number;
        answer?: { kind?: string };
      },
    journal: async (agency: Agency) =>
      (await (await fetch(`http://127.0.0.1:${portOf(agency)}/control/journal`)).json()) as {
        kind: string;
        caseNumber: string;
        why?: string;
      }[],
  };
}
