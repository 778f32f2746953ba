import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeTable } from '../../api/routeTable.ts';
import { PAGES } from '../../pages/createPages.ts';
import { openPages } from '../pages/openPages.ts';
import { apiCallers } from './apiCallers.ts';
import { askAll } from './askAll.ts';
import { pageCallers } from './callers.ts';
import type { Row } from './row.ts';
import { ROWS } from './rows.ts';
import { makeWorld, type World } from './world.ts';

/** Every route there is: whom its own code lets through, and whether it asks for a fresh sign-in. */
const TABLE = new Map<string, { who: Row['who']; fresh: boolean }>([
  ...PAGES.flatMap((page) =>
    (['get', 'post'] as const)
      .filter((method) => page[method] !== undefined)
      .map((method) => {
        const { path, who, fresh } = page;
        return [`${method.toUpperCase()} ${path}`, { who, fresh: fresh === true }] as const;
      }),
  ),
  ...routeTable({ clockRoute: true }).map(({ method, path, who, fresh }) => {
    const whom = who.kind === 'official' ? who.roles : who.kind;
    return [`${method.toUpperCase()} ${path}`, { who: whom, fresh }] as const;
  }),
]);

test('every route has exactly one row, and the row names those whom the route lets through', () => {
  const rows = new Map(ROWS.map((row) => [row.route as string, row]));
  const without = [...TABLE.keys()].filter((route) => !rows.has(route));
  assert.deepEqual(without, [], 'routes without a row: put one into test/authorisation/rows (row.ts says how)');
  assert.deepEqual(
    [...rows.keys()].filter((route) => !TABLE.has(route)),
    [],
    'rows without a route',
  );
  assert.equal(rows.size, ROWS.length, 'a route has two rows');
  const sorted = (who: Row['who'] | undefined) => (typeof who === 'object' ? who.toSorted() : who);
  for (const [route, { who, fresh }] of TABLE) {
    assert.deepEqual(sorted(rows.get(route)?.who), sorted(who), route);
    assert.equal(rows.get(route)?.fresh === true, fresh, `${route}: a fresh sign-in`);
  }
});

test('every role at every route: own, another body’s, unknown, nobody, timed out, suspended, signed in long ago', async (t) => {
  const pages = await openPages({ trustedProxies: ['loopback'] });
  t.after(() => pages.stop());
  const world = await makeWorld(pages);
  const asPages = await pageCallers(world);
  const asApi = await apiCallers(
    world,
    asPages.find(({ state }) => state === 'in')!,
  );
  const before = await standing(world);
  const found = await askAll(world, asPages, asApi);
  let count = 0;
  for (const row of ROWS)
    await t.test(row.route, () => {
      const { asked, faults } = found.get(row) ?? { asked: 0, faults: [] };
      count += asked;
      assert.ok(asked > 0);
      assert.deepEqual(faults, []);
    });
  assert.deepEqual(await standing(world), before, 'of all these requests none changed a case');
  await t.test('no line of the log holds a code, an address or a word of a person', async () => {
    assert.ok(pages.lines.length > 5000);
    const told = pages.lines.filter((line) => world.secrets.some((secret) => line.includes(secret)));
    assert.deepEqual(told.slice(0, 3), []);
    await Promise.resolve();
  });
  t.diagnostic(
    `${count} combinations: ${ROWS.length} routes, ${asPages.length} callers of pages, ${asApi.length} of the API`,
  );
  await t.test(`${count} combinations were asked`, () => assert.ok(count > 5000));
});

/** How every case stands, and whatever hangs on it that a deed would change. */
async function standing({ pages }: World): Promise<unknown> {
  return pages.owner.many(
    `SELECT c.number, c.stage, c.outcome, c.closed_at,
            (SELECT count(*) FROM opinion o WHERE o.case_number = c.number) AS opinions,
            (SELECT count(*) FROM handover h WHERE h.case_number = c.number) AS handovers,
            (SELECT string_agg(h.state, ',' ORDER BY h.id) FROM handover h WHERE h.case_number = c.number) AS states,
            (SELECT count(*) FROM appointment a WHERE a.case_number = c.number AND a.state = 'booked') AS booked,
            (SELECT count(*) FROM identity_check i WHERE i.case_number = c.number) AS checks,
            (SELECT count(*) FROM contract k WHERE k.case_number = c.number) AS contracts,
            (SELECT count(*) FROM paper p WHERE p.case_number = c.number) AS papers
       FROM "case" c ORDER BY c.number`,
  );
}
