import type { Thing } from '../../demo/officials.ts';
import { type Ground } from './ground.ts';
import { type Copies, type Post, POSTS } from './life.ts';

type Copy = Thing & { copy: number; bundle: string; part: 'e-imza' | 'asan'; destination: string };

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';
const FORWARDERS = { 'e-imza': 'ministry:communications', asan: 'portal-operator' } as const;

/** The second copies that lie at each post go home, or to the ministry, or stay (R1598/2.16-2.18). */
export async function sendCopies(ground: Ground, becomes: Readonly<Record<Post, Copies>>): Promise<void> {
  for (const post of POSTS) if (becomes[post] !== 'stay') await send(ground, post, becomes[post]);
}

async function send({ proof, officials }: Ground, post: Post, becomes: Copies): Promise<void> {
  const copies = await proof.owner.many<Copy>(
    `SELECT i.kind, i.serial, i.copy, b.bundle, b.part, b.destination
       FROM bundle_item b JOIN bundle o ON o.case_number = b.bundle JOIN custody_item i ON i.id = b.item_id
      WHERE o.mission = $1 AND o.sent_at IS NULL ORDER BY i.kind, i.serial`,
    [post],
  );
  const [first] = copies;
  if (first === undefined) return;
  const handOn = (from: string, to: string, some: readonly Copy[]) =>
    officials.handOn(
      first.bundle,
      from,
      to,
      some.map(({ kind, serial, copy }) => ({ kind, serial, copy })),
    );
  await handOn(`mission:${post}`, 'courier:7', copies);
  await handOn('courier:7', FOREIGN_AFFAIRS, copies);
  if (becomes === 'to-the-ministry') return;
  for (const part of ['e-imza', 'asan'] as const) {
    const some = copies.filter((copy) => copy.part === part);
    if (some.length === 0) continue;
    await handOn(FOREIGN_AFFAIRS, FORWARDERS[part], some);
    for (const [destination, theirs] of Object.entries(Object.groupBy(some, (copy) => copy.destination)))
      await handOn(FORWARDERS[part], destination, theirs ?? []);
  }
}
