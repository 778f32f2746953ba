import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Client, Connection } from '@temporalio/client';
import { type Part, spawnPart } from '../../stack/child.ts';
import { control } from '../journeys/control.ts';
import { formOf, type Life, type Lives, openLives } from '../support/lives.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { anotherRelease, type Change } from './anotherRelease.ts';

const PROCEDURE = 'workflows/signature-issuance/procedure.ts';
const BUNDLE = 'workflows/contract-copies/procedure.ts';

/** The release before this one: its workflow ended with the virtual FIN. */
const FORMER: Change[] = [{ file: PROCEDURE, from: `if (!patched('from-fin-to-hand')) return;`, to: 'return;' }];

/** The next release: after every stage one step more, behind a patch of its own. */
const STAGES = ['decideIssuance', 'inviteApplicant', 'identifyApplicant', 'signContract', 'enterInRegister'] as const;
const LEGS = ['collecting', 'ministry', 'delivery'] as const;
const oneMore = (name: string) => `if (patched('after-${name}')) await askRecord('watchTerms', caseNumber);`;
const ASKS = { from: 'import { listenForWakes }', to: 'import { askRecord, listenForWakes }' };
const NEXT: Change[] = [
  { file: PROCEDURE, ...ASKS },
  ...[
    ['collectOpinions', 'const opinions = await collectOpinions(caseNumber, wakes);'],
    ...STAGES.map((stage) => [stage, `await ${stage}(caseNumber, wakes);`]),
    ['unwind', 'await unwind(caseNumber, wakes);'],
  ].map(([name = '', from = '']) => ({ file: PROCEDURE, from, to: `${from} ${oneMore(name)}` })),
  { file: BUNDLE, ...ASKS, to: `import { patched } from '@temporalio/workflow';\n${ASKS.to}` },
  ...LEGS.map((leg) => {
    const from = `await whileIn('${leg}', caseNumber, wakes);`;
    return { file: BUNDLE, from, to: `${from} ${oneMore(leg)}` };
  }),
];

describe('long lives', () => {
  let test: TestStack;
  let lives: Lives;
  let connection: Connection;
  let client: Client;
  let worker: Part;
  const releases: Awaited<ReturnType<typeof anotherRelease>>[] = [];

  const release = async (changes: readonly Change[]): Promise<void> => {
    await worker?.stop();
    if (changes.length === 0) {
      worker = await test.stack.startPart('worker');
      return;
    }
    const made = await anotherRelease(changes);
    releases.push(made);
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, ...test.stack.env };
    const main = join(made.folder, 'workers', 'main.ts');
    let isReady = () => undefined as void;
    const ready = new Promise<void>((resolve) => (isReady = resolve));
    worker = await spawnPart('worker', [main], env, (line) => {
      test.lines.push(line);
      if (line.includes('"msg":"ready"')) isReady();
    });
    await ready;
  };
  const events = async (workflowId: string) => {
    const { events: found } = await client.workflow.getHandle(workflowId).fetchHistory();
    return found ?? [];
  };
  /** The patches of the next release that a case's workflow has met. */
  const patches = async (workflowId: string): Promise<string[]> =>
    (await events(workflowId)).flatMap(({ markerRecordedEventAttributes: marker }) => {
      const data = marker?.details?.['patch-data']?.payloads?.[0]?.data ?? [];
      return /"after-(\w+)"/.exec(Buffer.from(data).toString())?.[1] ?? [];
    });
  /** Why workflow tasks of a case failed, but for wakes that came while one ended. */
  const failedTasks = async (workflowId: string): Promise<string[]> =>
    (await events(workflowId)).flatMap(({ workflowTaskFailedEventAttributes: failed }) => {
      const message = failed?.failure?.message ?? null;
      return message === null || message === 'UnhandledCommand' ? [] : [message];
    });
  const start = async (form: string, number: string): Promise<Life> => lives.apply(await formOf(form, number));
  const arrive = async (form: string, number: string): Promise<Life> => {
    const life = await start(form, number);
    await lives.comesTo(life.caseNumber, 'invitation');
    return life;
  };
  const agenciesWill = async (kind: string) => {
    for (const at of [0, 1, 2, 3]) await test.agency(at, { default: { kind } });
  };

  before(async () => {
    test = await startTestStack({ parts: ['simulators', 'api'] });
    lives = await openLives(test);
    connection = await Connection.connect({ address: `127.0.0.1:${test.stack.ports.temporal}` });
    client = new Client({ connection });
  });
  after(async () => {
    await worker?.stop();
    await lives.close();
    await connection.close();
    await test.stop();
    for (const made of releases) await made.remove();
  });

  let former: Life;
  it('D16: a case whose workflow ended under the former release, at its Centre, is started anew by the record', async () => {
    await agenciesWill('nothing-against');
    await release(FORMER);
    former = await start('foreigner-personal-token', 'LL0000001');
    await lives.comesTo(former.caseNumber, 'centre');
    await client.workflow.getHandle(former.caseNumber).result();
    await release([]);
    await lives.comesTo(former.caseNumber, 'invitation');
    assert.equal((await client.workflow.getHandle(former.caseNumber).describe()).status.name, 'RUNNING');
  });

  it('D16: the procedure changes while cases wait at every stage, and each is finished by the next release', async () => {
    const parties = control(test);

    const register = await arrive('foreigner-personal-token', 'LL0000002');
    await lives.identify(register);
    const contract = await arrive('foreigner-personal-token', 'LL0000003');
    await lives.identify(contract);
    const identity = await arrive('foreigner-personal-token', 'LL0000004');
    await lives.bringToMission(identity);
    await lives.invite(identity);
    const invitation = await arrive('foreigner-personal-token', 'LL0000005');
    await lives.bringToMission(invitation);
    const unwinding = await arrive('foreigner-personal-token', 'LL0000006');
    await lives.bringToMission(unwinding);
    await lives.invite(unwinding);
    await lives.book(unwinding);
    await lives.checkIdentity(unwinding, 'mismatch');

    // Three missions, three bundles: the first collects, the second is at the ministry, the third on its last leg.
    const signed: Life[] = [register];
    for (const [at, form] of ['foreigner-germany', 'foreigner-france'].entries()) {
      const life = await arrive(form, `LL000001${at}`);
      await lives.identify(life);
      signed.push(life);
    }
    for (const life of signed) {
      await lives.sign(life);
      await lives.handOver(life);
    }
    const [collecting = '', ministry = '', delivery = ''] = await Promise.all(
      signed.map((life) => lives.bundleOf(life)),
    );
    await lives.bundleToMinistry(ministry, signed[1]?.mission ?? '');
    await lives.bundleToMinistry(delivery, signed[2]?.mission ?? '');
    await lives.bundleOnward(delivery);

    await parties.centre('e-imza', { kind: 'deficiency' });
    const mending = await start('foreigner-personal-token', 'LL0000007');
    await lives.ballIs(mending, 'applicant');
    await parties.centre('e-imza', { kind: 'down' });
    const centre = await start('foreigner-personal-token', 'LL0000008');
    await lives.comesTo(centre.caseNumber, 'centre');
    await parties.register({ kind: 'down' });
    const virtualFin = await start('foreigner-personal-token', 'LL0000009');
    await lives.comesTo(virtualFin.caseNumber, 'virtual-fin');
    await agenciesWill('silent');
    const opinions = await start('foreigner-personal-token', 'LL0000010');
    await lives.termsRun(opinions);

    const cases = [opinions, virtualFin, centre, mending, invitation, identity, contract, register, unwinding];
    const numbers = [...cases.map(({ caseNumber }) => caseNumber), collecting, ministry, delivery];
    const waiting = await Promise.all(numbers.map((number) => lives.row(number)));
    assert.deepEqual(
      waiting.map(({ stage }) => stage),
      [
        ...['opinions', 'virtual-fin', 'centre', 'centre', 'invitation', 'identity', 'contract', 'register', 'ended'],
        ...LEGS,
      ],
    );
    for (const number of [...numbers, former.caseNumber])
      assert.equal((await client.workflow.getHandle(number).describe()).status.name, 'RUNNING', number);

    await release(NEXT);
    await parties.centre('e-imza', { kind: 'issue' });
    await parties.register({ kind: 'well' });
    await test.forward('2026-03-20T10:00:00+04:00');
    await lives.mend(mending);
    for (const life of [opinions, virtualFin, centre, mending]) await lives.comesTo(life.caseNumber, 'invitation');
    for (const life of [opinions, virtualFin, centre, mending, former]) await lives.identify(life);
    await lives.invite(invitation);
    for (const life of [invitation, identity]) {
      await lives.book(life);
      await lives.checkIdentity(life);
    }
    for (const life of [opinions, virtualFin, centre, mending, former, invitation, identity, contract])
      await lives.finish(life);
    for (const life of signed) {
      await lives.enterInRegister(life);
      await lives.comesTo(life.caseNumber, 'ended');
    }
    await lives.bringBack(unwinding);
    await lives.bundleToMinistry(collecting, register.mission);
    for (const bundle of [collecting, ministry]) await lives.bundleOnward(bundle);
    for (const bundle of [collecting, ministry, delivery]) {
      await lives.bundleHome(bundle);
      await lives.comesTo(bundle, 'ended');
    }

    const stages = ['collectOpinions', ...STAGES, 'unwind'];
    const from = (stage: string) => stages.slice(stages.indexOf(stage));
    const expected: [string, string[]][] = [
      [opinions.caseNumber, stages],
      [virtualFin.caseNumber, from('decideIssuance')],
      [centre.caseNumber, from('decideIssuance')],
      [mending.caseNumber, from('decideIssuance')],
      [invitation.caseNumber, from('inviteApplicant')],
      [former.caseNumber, from('inviteApplicant')],
      [identity.caseNumber, from('identifyApplicant')],
      [contract.caseNumber, from('signContract')],
      [register.caseNumber, from('enterInRegister')],
      [unwinding.caseNumber, ['unwind']],
      [collecting, [...LEGS]],
      [ministry, LEGS.slice(1)],
      [delivery, LEGS.slice(2)],
    ];
    for (const [number, steps] of expected) {
      await client.workflow.getHandle(number).result();
      assert.deepEqual(await patches(number), steps, `${number} took the new steps after the stage it waited in`);
      assert.deepEqual(await failedTasks(number), [], number);
    }
    const ends = await Promise.all(expected.map(([number]) => lives.row(number)));
    assert.deepEqual(
      ends.map(({ stage, outcome }) => [stage, outcome]),
      expected.map(([number]) => [
        'ended',
        number.startsWith('MN') ? 'delivered' : number === unwinding.caseNumber ? 'mismatch' : 'issued',
      ]),
    );
  });
});
