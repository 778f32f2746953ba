import { type FoundThing, OFFICIALS, officialOfParty, type Thing } from '../../demo/officials.ts';
import { expects, type Ground, type Living } from './ground.ts';

type Held = Thing & { copy: number; holder: string; maker: string; bundled: boolean; state: string };

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';
const COURIER = 'courier:7';

/** The things of a case with who holds them, as the database has them. */
export async function thingsOf({ proof }: Ground, caseNumber: string): Promise<Held[]> {
  return proof.owner.many<Held>(
    `SELECT i.kind, i.serial, i.copy, i.state, h.holder, m.holder AS maker,
            EXISTS (SELECT 1 FROM bundle_item b WHERE b.item_id = i.id) AS bundled
       FROM custody_item i JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
       JOIN custody_holding m ON m.item_id = i.id AND m.n = 1
      WHERE i.case_number = $1 ORDER BY i.kind, i.copy`,
    [caseNumber],
  );
}

/** What was made goes to the mission, with whatever befalls the carrier on its way (R1598/2.10). */
export async function sendOnWay(ground: Ground, one: Living): Promise<void> {
  const { life, caseNumber } = one;
  if (life.things === 'never-sent') return;
  if (life.carrier === 'token') return carry(ground, one, await thingsOf(ground, caseNumber));
  const certificate = await thingsOf(ground, caseNumber);
  for (const [from, to] of legsOf(one, `centre:asan`))
    await ground.officials.handOn(caseNumber, from, to, certificate.map(named));
  await enter(ground, one, [
    { kind: 'sim', serial: `SIM-${one.n}` },
    { kind: 'sim-contract', serial: `SC-${one.n}`, copy: 1 },
    { kind: 'sim-contract', serial: `SC-${one.n}`, copy: 2 },
  ]);
  await carry(
    ground,
    one,
    (await thingsOf(ground, caseNumber)).filter(({ kind }) => kind.startsWith('sim')),
  );
}

async function carry(ground: Ground, one: Living, things: readonly Held[]): Promise<void> {
  const { life, caseNumber } = one;
  let going: Thing[] = things.map(named);
  for (const [leg, [giver, taker]] of legsOf(one, things[0]?.maker ?? '').entries()) {
    if (leg === life.leg && life.things !== 'as-listed') {
      const gone = await befall(ground, one, giver, taker, going);
      if (gone === null) return;
      going = gone;
    } else await ground.officials.handOn(caseNumber, giver, taker, going);
  }
}

/** What goes wrong at this hand-over, and what is done about it; afterwards all is with the taker, null where not. */
async function befall(
  ground: Ground,
  one: Living,
  giver: string,
  taker: string,
  things: readonly Thing[],
): Promise<Thing[] | null> {
  const { officials } = ground;
  const { life, caseNumber } = one;
  const offer = async () =>
    String(expects('an offer', 200, await officials.offer(caseNumber, giver, taker, things))['handoverId']);
  if (life.things === 'recalled') {
    const id = await offer();
    expects('an offer of what is on offer', 409, await officials.offer(caseNumber, giver, taker, things));
    expects('a recall', 200, await officials.post(officialOfParty(giver), `/handovers/${id}/recall`));
    await officials.handOn(caseNumber, giver, taker, things);
    return [...things];
  }
  const carrier = things.find(({ kind }) => kind === life.carrier);
  if (carrier === undefined) throw new Error('the carrier is not on its way');
  const findings = things.map((thing): FoundThing => {
    if (thing !== carrier) return { ...thing, found: 'as-listed' };
    if (life.things === 'wrong-number') return { ...thing, found: 'wrong-number', foundSerial: `W-${one.n}` };
    return { ...thing, found: life.things === 'damaged' ? 'damaged' : 'missing' };
  });
  expects('a confirmation', 200, await officials.confirm(taker, await offer(), findings));
  expects('an offer while things differ', 409, await officials.offer(caseNumber, giver, taker, [carrier]));
  if (life.things === 'lost') return null;
  await settle(ground, one, carrier);
  if (life.things === 'wrong-number') {
    await officials.handOn(caseNumber, giver, taker, [carrier]);
    return [...things];
  }
  const maker = life.carrier === 'sim' ? 'portal-operator' : 'centre:e-imza';
  const way = legsOf(one, maker).slice(0, life.leg + 1);
  if (life.things === 'damaged')
    for (const [from, to] of way.slice(0, -1).toReversed()) await officials.handOn(caseNumber, to, from, [carrier]);
  const another = { kind: carrier.kind, serial: `R-${one.n}`, copy: 1 };
  await enter(ground, one, [another]);
  for (const [from, to] of way) await officials.handOn(caseNumber, from, to, [another]);
  return things.map((thing) => (thing === carrier ? another : thing));
}

async function settle(ground: Ground, { life, caseNumber }: Living, carrier: Thing): Promise<void> {
  const { id } = await ground.proof.owner.one<{ id: string }>(
    `SELECT id FROM incident WHERE case_number = $1 AND kind = 'custody-difference' AND resolved_at IS NULL`,
    [caseNumber],
  );
  const how = { damaged: 'to-go-back', missing: 'to-be-replaced' }[life.things as string] ?? 'as-listed';
  const settled = { items: [{ ...carrier, settlement: how }] };
  expects('a settlement', 200, await ground.officials.post(OFFICIALS.operator, `/incidents/${id}/settlement`, settled));
}

async function enter(ground: Ground, { life, caseNumber }: Living, items: readonly Thing[]): Promise<void> {
  const isSim = life.carrier === 'sim';
  const entry = { items, ...(isSim && { mobileOperator: 'azercell' }) };
  const maker = isSim ? 'portal-operator' : 'centre:e-imza';
  expects('an entry of things', 200, await ground.officials.enterItems(maker, caseNumber, entry));
}

/** Everything that lies at the mission of an ended case goes back to whoever made it. */
export async function giveBack(ground: Ground, one: Living): Promise<void> {
  if (!one.life.givesBack || one.life.things === 'lost') return;
  const post = `mission:${one.life.post}`;
  const here = (await thingsOf(ground, one.caseNumber)).filter(
    ({ holder, maker, bundled, state }) => holder === post && maker !== post && !bundled && state === 'sound',
  );
  for (const [maker, things] of Object.entries(Object.groupBy(here, (thing) => thing.maker)))
    for (const [from, to] of legsOf(one, maker).toReversed())
      await ground.officials.handOn(one.caseNumber, to, from, (things ?? []).map(named));
}

function legsOf({ life }: Living, maker: string): [string, string][] {
  const way = [maker, FOREIGN_AFFAIRS, COURIER, `mission:${life.post}`];
  return way.slice(1).map((to, at) => [way[at] ?? '', to]);
}

function named({ kind, serial, copy }: Held): Thing & { copy: number } {
  return { kind, serial, copy };
}
