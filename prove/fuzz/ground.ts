import { officialClaims } from '../../law/officials.ts';
import { rehearsalTokens } from '../../stack/rehearsalToken.ts';
import { formOf, openLives } from '../../test/support/lives.ts';
import type { ProofStack } from '../proofStack.ts';

/** Somebody who calls the API: `who` is whom a route must let through to be his; anonymous asks everything. */
export type Caller = { name: string; who: string | null; authorization: string | null };

/** Names of things that are there, by the parameter and the word before it in a path. */
export type Known = ReadonlyMap<string, readonly string[]>;

const FORM = 'foreigner-personal-token';
const AGENCIES = [0, 1, 2, 3];

/** Lives at several stages, so that calls come to something: who calls, and what is there to be called. */
export async function sow(proof: ProofStack): Promise<{ callers: Caller[]; known: Known }> {
  for (const at of AGENCIES) await proof.agency(at, { default: { kind: 'nothing-against' } });
  const lives = await openLives(proof);
  const lived = async (n: number) => {
    const life = await lives.apply(await formOf(FORM, `FUZZ${n}00${n}`));
    await lives.comesTo(life.caseNumber, 'invitation');
    return life;
  };
  const [issued, atContract, atIdentity, waiting] = [await lived(1), await lived(2), await lived(3), await lived(4)];
  await lives.identify(issued);
  await lives.finish(issued);
  await lives.identify(atContract);
  await lives.bringToMission(atIdentity);
  await lives.invite(atIdentity);
  await lives.book(atIdentity);
  await lives.close();
  return {
    callers: await callers(proof, waiting.mission, `Bearer ${atIdentity.access.token}`),
    known: await knownNames(proof, waiting.mission),
  };
}

async function callers(proof: ProofStack, mission: string, applicant: string): Promise<Caller[]> {
  const tokenFor = await rehearsalTokens(proof.home);
  const officials = await Promise.all(
    officialClaims.options.map(async ({ shape }) => {
      const role = shape.role.value;
      const [body = 'desk'] =
        'options' in shape.body ? shape.body.options : 'value' in shape.body ? [shape.body.value] : [];
      const post = role === 'mission-officer' ? mission : role === 'courier' ? '7' : 'duty-desk';
      const token = await tokenFor({ role, body, post, name: `fuzz-${role}` });
      return { name: role, who: role, authorization: `Bearer ${token}` };
    }),
  );
  return [
    { name: 'anonymous', who: null, authorization: null },
    ...officials,
    { name: 'applicant', who: 'applicant', authorization: applicant },
  ];
}

async function knownNames({ owner }: ProofStack, mission: string): Promise<Known> {
  const of = async (sql: string) => (await owner.many<{ name: string }>(sql)).map(({ name }) => name);
  return new Map([
    ['number', await of(`SELECT number AS name FROM "case" ORDER BY number`)],
    ['mission', [mission]],
    ['kind', await of(`SELECT DISTINCT kind AS name FROM custody_item UNION SELECT DISTINCT kind FROM document`)],
    ['serial', await of(`SELECT DISTINCT serial AS name FROM custody_item`)],
    ['handovers', await of(`SELECT id AS name FROM handover ORDER BY offered_at LIMIT 20`)],
    ['appointments', await of(`SELECT id AS name FROM appointment LIMIT 20`)],
    ['slots', await of(`SELECT id AS name FROM slot LIMIT 20`)],
    ['incidents', await of(`SELECT id AS name FROM incident LIMIT 20`)],
    ['uploads', await of(`SELECT id AS name FROM upload LIMIT 20`)],
  ]);
}
