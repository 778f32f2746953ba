import type { Failure } from '../check.ts';
import type { Ground } from './ground.ts';
import { issuedByCentres, lettersIn, textsIn } from './journals.ts';

/** Statements that answer the cases which got something twice, or not at all, by the record. */
const TWICE: readonly { what: string; broken: string }[] = [
  {
    what: 'every approved case has its virtual FIN, given once by its evidence',
    broken: `SELECT c.number AS "caseNumber" FROM "case" c LEFT JOIN virtual_fin v ON v.case_number = c.number
              WHERE c.outcome IN ('approved', 'issued') AND (v.case_number IS NULL OR 1 <> (
                SELECT count(*) FROM evidence e WHERE e.chain = 'case:' || c.number
                   AND e.body::jsonb ->> 'what' = 'virtual-fin-given'))`,
  },
  {
    what: 'a person has one virtual FIN',
    broken: `SELECT c.number AS "caseNumber" FROM virtual_fin v JOIN "case" c ON c.number = v.case_number
               JOIN virtual_fin w ON w.person_id <> v.person_id JOIN "case" d ON d.number = w.case_number
              WHERE c.person_index = d.person_index`,
  },
  {
    what: 'every approved case has one certificate',
    broken: `SELECT number AS "caseNumber" FROM "case" c WHERE outcome = 'approved'
                AND 1 <> (SELECT count(*) FROM certificate t WHERE t.case_number = c.number)`,
  },
];

/** What was so before the restore: the cases the copy knows, and the FINs that were given. */
type Before = { known: readonly string[]; fins: ReadonlyMap<string, string> };

/**
 * Holds the record and the parties' journals against "nothing twice": a person's FIN is the one given before; over both
 * Centres one certificate a case, the very one the record has; a letter is in the mailbox no oftener than it was tried;
 * and a text message that no notice knows is on the list.
 */
export async function checkOnce(
  { proof }: Pick<Ground, 'proof'>,
  { known, fins }: Before,
): Promise<{ failures: Failure[]; details: string[] }> {
  const failures: Failure[] = [];
  for (const { what, broken } of TWICE)
    for (const { caseNumber } of await proof.owner.many<{ caseNumber: string }>(broken))
      failures.push({ caseNumber, what });
  const given = await proof.owner.many<{ caseNumber: string; fin: string; serials: string[] }>(
    `SELECT v.case_number AS "caseNumber", p.fin_index AS fin,
            ARRAY(SELECT t.serial FROM certificate t WHERE t.case_number = v.case_number) AS serials
       FROM virtual_fin v JOIN person p ON p.id = v.person_id WHERE v.case_number = ANY ($1)`,
    [known],
  );
  const centres = issuedByCentres(proof.home);
  for (const { caseNumber, fin, serials } of given) {
    if ((fins.get(caseNumber) ?? fin) !== fin)
      failures.push({ caseNumber, what: 'has another virtual FIN than before' });
    const issued = centres.serials.get(caseNumber) ?? [];
    if (issued.length !== 1) failures.push({ caseNumber, what: `the Centres issued ${issued.length} certificates` });
    if (issued.join() !== serials.join())
      failures.push({ caseNumber, what: 'the certificate on record is not the one its Centre issued' });
  }
  failures.push(...centres.twice.map((id) => ({ caseNumber: '', what: `two certificates answer the message ${id}` })));
  const lost = await checkSent({ proof }, failures);
  return {
    failures,
    details: [
      `${centres.again} applications came to a Centre again under the same message id, and got the first answer`,
      `${lost.letters} letters and ${lost.texts} text messages of lost minutes; every such text message is on the list`,
    ],
  };
}

/** Holds what the mailbox and the provider of texts took against the notices; how much of it no notice knows. */
async function checkSent(
  { proof: { owner, home } }: Pick<Ground, 'proof'>,
  failures: Failure[],
): Promise<{ letters: number; texts: number }> {
  const letters = lettersIn(home);
  const notices = await owner.many<{ id: string; caseNumber: string; attempts: number; provider: string | null }>(
    `SELECT id, coalesce(case_number, '') AS "caseNumber", attempts, provider_id AS provider FROM notice`,
  );
  for (const { id, caseNumber, attempts } of notices)
    if ((letters.get(id) ?? 0) > attempts)
      failures.push({ caseNumber, what: 'a letter came oftener than it was tried' });
  const ids = new Set(notices.map(({ id }) => id));
  const providers = new Set(notices.map(({ provider }) => provider));
  const listed = await owner.many<{ about: string }>(
    `SELECT about FROM difference WHERE kind = 'message-unaccounted' AND mended_at IS NULL`,
  );
  const onList = new Set(listed.map(({ about }) => about));
  const unknown = textsIn(home).filter((id) => !providers.has(id));
  for (const id of unknown)
    if (!onList.has(id)) failures.push({ caseNumber: '', what: `the text message ${id} is not on the list` });
  return { letters: [...letters.keys()].filter((id) => !ids.has(id)).length, texts: unknown.length };
}
