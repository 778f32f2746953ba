import { asApplicant, expects, type Ground, hurry, type Living, noteFiles, order, reach, withdraw } from './ground.ts';

const AT_MISSION = `c.stage = 'invitation'`;
const WAITS_FOR_HIM = `c.stage = 'centre' AND c.waits_for = 'applicant'`;
const FIELD = '/applicant/residentialAddress';

const FIRST = {
  issues: 'issue',
  'down-first': 'down',
  deficient: 'deficiency',
  'deficient-twice': 'deficiency',
  'bad-signature': 'bad-signature',
  'wrong-validity': 'wrong-validity',
  refuses: 'refuse',
  silent: 'silent',
} as const;

/** Tells each Centre how to treat these cases when they come. */
export async function tellCentres(ground: Ground, living: readonly Living[]): Promise<void> {
  for (const one of living) {
    const withdrawn = one.life.withdraws === 'centre' && one.life.centre !== 'down-first';
    await tell(ground, one, withdrawn ? 'silent' : FIRST[one.life.centre]);
  }
}

/** From the virtual FIN to the Centre's decision, as far as the life goes. */
export async function passCentre(ground: Ground, one: Living): Promise<void> {
  const { life } = one;
  await reach(ground, one, `c.stage NOT IN ('opinions', 'virtual-fin')`);
  if (life.withdraws === 'centre') {
    await reach(
      ground,
      one,
      `EXISTS (SELECT 1 FROM centre_request r WHERE r.case_number = c.number AND r.attempts > 0)`,
    );
    await withdraw(ground, one);
    await tell(ground, one, 'silent');
    return;
  }
  switch (life.centre) {
    case 'issues':
      return reach(ground, one, AT_MISSION);
    case 'refuses':
      return reach(ground, one, `c.stage = 'ended'`);
    case 'silent':
      return reach(
        ground,
        one,
        `EXISTS (SELECT 1 FROM centre_request r WHERE r.case_number = c.number AND r.acknowledged_at IS NOT NULL)`,
      );
    case 'down-first': {
      await reach(
        ground,
        one,
        `EXISTS (SELECT 1 FROM centre_request r WHERE r.case_number = c.number AND r.attempts > 0)`,
      );
      await tell(ground, one, 'issue');
      await hurry(ground.proof, [one.caseNumber]);
      return reach(ground, one, AT_MISSION);
    }
    case 'bad-signature':
    case 'wrong-validity':
      return afterBad(ground, one);
    case 'deficient': {
      if (await mend(ground, one, 'photograph')) await reach(ground, one, AT_MISSION);
      return;
    }
    case 'deficient-twice': {
      await reach(ground, one, WAITS_FOR_HIM);
      await tell(ground, one, 'silent');
      if (!(await mend(ground, one, 'photograph'))) return;
      await sayAgain(ground, one, { kind: 'deficiency', items: [{ item: FIELD, reason: 'incomplete' }] });
      await tell(ground, one, 'issue');
      await mend(ground, one, FIELD);
      return reach(ground, one, AT_MISSION);
    }
  }
}

async function afterBad(ground: Ground, one: Living): Promise<void> {
  await reach(
    ground,
    one,
    `EXISTS (SELECT 1 FROM incident i WHERE i.case_number = c.number AND i.kind = 'centre-message-refused')`,
  );
  if (one.life.afterBad === 'is-silent') return;
  await tell(ground, one, 'issue');
  if (one.life.afterBad === 'refuses') {
    await sayAgain(ground, one, { kind: 'refusal' });
    return;
  }
  await sayAgain(ground, one, { kind: 'deficiency', items: [{ item: 'identity-document', reason: 'unreadable' }] });
  if (await mend(ground, one, 'identity-document')) await reach(ground, one, AT_MISSION);
}

/** The applicant mends what was named, perhaps wrongly at first; false where he never does. */
async function mend(ground: Ground, one: Living, item: string): Promise<boolean> {
  await reach(ground, one, WAITS_FOR_HIM);
  const { mends } = one.life;
  if (mends === 'never') return false;
  const send = (json: object) => asApplicant(ground, one, 'POST', '/mending', json);
  if (mends === 'wrongly-first')
    expects('a mending of what nobody named', 409, await send({ fields: { '/applicant/givenName': 'Other' } }));
  const mended = item.startsWith('/')
    ? { fields: { [item]: '5 Invented Lane, Aberystwyth' } }
    : { uploads: await noteFiles(ground.proof, [item]) };
  expects('a mending', 200, await send(mended));
  return true;
}

/** The Centre says something more in the round that is open now. */
async function sayAgain(ground: Ground, one: Living, says: object): Promise<void> {
  const open = `r.case_number = c.number AND r.answer IS NULL AND r.acknowledged_at IS NOT NULL`;
  await reach(ground, one, `EXISTS (SELECT 1 FROM centre_request r WHERE ${open})`);
  const { id } = await ground.proof.owner.one<{ id: string }>(
    `SELECT message_id AS id FROM centre_request WHERE case_number = $1 AND answer IS NULL`,
    [one.caseNumber],
  );
  const said = { caseNumber: one.caseNumber, body: { ...says, answers: id }, tries: 20 };
  const answer = (await order('POST', `${urlOf(ground, one)}/control/say`, said)) as { status?: number };
  if (answer.status !== 200) throw new Error(`the Centre was answered ${JSON.stringify(answer)}`);
}

function tell(ground: Ground, one: Living, kind: string): Promise<unknown> {
  return order('PUT', `${urlOf(ground, one)}/control/behaviour`, { cases: { [one.caseNumber]: { kind } } });
}

function urlOf({ proof }: Ground, { life }: Living): string {
  return `http://127.0.0.1:${proof.stack.ports.centres[life.carrier === 'sim' ? 1 : 0] ?? 0}`;
}
