import type { Tx } from '../../cases/record/database.ts';
import type { Failure } from '../check.ts';
import type { Journals } from './journals.ts';
import type { Person } from './plan.ts';

/** What the check came to: how many events were looked at, and how often a letter came again after a crash. */
export type Checked = { n: number; repeats: number; listed: number; failures: Failure[] };

type Row = {
  id: string;
  caseNumber: string;
  event: string;
  channel: 'email' | 'sms';
  state: string;
  providerId: string | null;
  /** Attempts of which nobody knows whether the letter went. */
  doubtful: number;
  listed: number;
};

/**
 * Holds the rows and the providers' own journals against what was to become of each person: each event, recipient and
 * channel once; a letter again only after an attempt cut short; every failure ended on the other channel or on the
 * operator's list.
 */
export async function checkNotices(
  owner: Tx,
  journals: Journals,
  people: ReadonlyMap<string, Person>,
): Promise<Checked> {
  const rows = await owner.many<Row>(
    `SELECT n.id, n.case_number AS "caseNumber", n.event_id AS event, n.channel, n.state, n.provider_id AS "providerId",
            (SELECT count(*)::integer FROM notice_attempt a
              WHERE a.notice_id = n.id AND a.result IN ('unknown', 'timed-out', 'unreachable', 'unreadable')) AS doubtful,
            (SELECT count(*)::integer FROM incident i
              WHERE i.kind = 'notice-undelivered' AND i.holder = n.event_id::text AND i.resolved_at IS NULL) AS listed
       FROM notice n WHERE n.kind = 'registered' AND n.recipient = 'applicant'`,
  );
  const failures: Failure[] = [];
  let repeats = 0;
  let listed = 0;
  const byCase = Map.groupBy(rows, ({ caseNumber }) => caseNumber);
  for (const [caseNumber, person] of people) {
    const fail = (what: string) => failures.push({ caseNumber, what: `${what} (${person.mail}, ${person.text.name})` });
    const both = byCase.get(caseNumber) ?? [];
    const [email, sms] = (['email', 'sms'] as const).map((channel) => both.find((row) => row.channel === channel));
    if (both.length !== 2 || email === undefined || sms === undefined || email.event !== sms.event) {
      fail('an event is one row on each channel');
      continue;
    }
    const letters = journals.letters.filter(({ notice }) => notice === email.id);
    repeats += checkLetter(email, letters.length, person, fail);
    const texts = journals.texts.filter(({ to }) => to === person.mobile);
    checkText(sms, texts, person, fail);
    if (letters.some(({ to }) => to !== person.email)) fail('a letter goes to its own reader');
    const isMissed = person.mail !== 'taken' && !person.text.arrives;
    if (email.listed !== (isMissed ? 1 : 0)) fail(`on the operator's list ${email.listed} times`);
    listed += email.listed;
  }
  const known = new Set(rows.map(({ id }) => id));
  const numbers = new Set([...people.values()].map(({ mobile }) => mobile));
  for (const { notice } of journals.letters)
    if (!known.has(notice)) failures.push({ caseNumber: '', what: `the letter ${notice} belongs to a notice` });
  for (const { sid, to } of journals.texts)
    if (!numbers.has(to)) failures.push({ caseNumber: '', what: `the message ${sid} belongs to a notice` });
  return { n: people.size, repeats, listed, failures };
}

/** How often the letter came again; once more than attempts were cut short is a failure. */
function checkLetter({ state, doubtful }: Row, copies: number, { mail }: Person, fail: (what: string) => void): number {
  if (state !== (mail === 'taken' ? 'accepted' : 'bounced')) fail(`the letter ended as ${state}`);
  if (mail === 'refused') {
    if (copies > 0) fail('a letter that was refused is in no mailbox');
    return 0;
  }
  if (copies === 0) fail('the letter never came');
  if (copies > 1 + doubtful) fail(`the letter came ${copies} times, of which ${doubtful} attempts were cut short`);
  return Math.max(0, copies - 1);
}

function checkText(
  { state, providerId }: Row,
  texts: Journals['texts'],
  { text }: Person,
  fail: (what: string) => void,
): void {
  if (state !== (text.arrives ? 'delivered' : 'failed')) fail(`the text message ended as ${state}`);
  const wanted = text.name === 'refused' ? 0 : 1;
  if (texts.length !== wanted) fail(`${texts.length} text messages were sent, wanted ${wanted}`);
  if (wanted === 1 && texts[0]?.sid !== providerId) fail('the message is known by the id it has at the provider');
}
