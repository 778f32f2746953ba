import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routeTable } from '../../api/routeTable.ts';
import { LANGUAGES } from '../../law/languages.ts';
import { PAGES } from '../../pages/createPages.ts';
import { openPages } from '../pages/openPages.ts';
import { ask } from './ask.ts';
import { unsafe } from './unsafe.ts';
import { apiCallers, type Caller, pageCallers } from './callers.ts';
import { expected, isAmbiguous, isEntitled, meets } from './judge.ts';
import type { Address, Row, Send } from './row.ts';
import { ROWS } from './rows.ts';
import { makeWorld, NOWHERE, type World } from './world.ts';

const AT_ONCE = 8;

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

type Found = { asked: number; faults: string[] };

/**
 * Everybody at every route, several at once: each goes through the routes alone, for no two requests may share a session
 * at once, and begins elsewhere than the one before him, so that they do not all wait for one case.
 */
async function askAll(world: World, asPages: readonly Caller[], asApi: readonly Caller[]): Promise<Map<Row, Found>> {
  const found = new Map<Row, Found>(ROWS.map((row) => [row, { asked: 0, faults: [] }]));
  const waiting = [...asPages, ...asApi].map((caller, at) => {
    const rows = ROWS.filter((row) => isPage(row) === asPages.includes(caller));
    const first = Math.floor((at * rows.length) / 7) % rows.length;
    return { caller, rows: [...rows.slice(first), ...rows.slice(0, first)] };
  });
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      for (const row of next.rows) {
        // Who signed in long ago is like any other where no fresh sign-in is asked for.
        if (next.caller.state === 'stale' && row.fresh !== true) continue;
        const language = LANGUAGES[ROWS.indexOf(row) % LANGUAGES.length] ?? 'az';
        const { asked, faults } = await tryAll(world, row, next.caller, isPage(row) ? `/${language}` : '');
        const all = found.get(row)!;
        all.asked += asked;
        all.faults.push(...faults);
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return found;
}

function isPage({ route }: Row): boolean {
  return !/^\/(api\/v1\/|health|metrics|\.well-known)/.test(route.split(' ')[1] ?? '');
}

/** One caller at every address of a route: how many that were, and what differs from the row, in words. */
async function tryAll(world: World, row: Row, caller: Caller, prefix: string): Promise<Found> {
  const [method = '', path = ''] = row.route.split(' ');
  const faults: string[] = [];
  let missing: string | null = null;
  const same = (said: string, where: string) => {
    missing ??= said;
    if (said !== missing)
      faults.push(`${caller.name} at ${where}: "not there" is not the same answer\n${said}\n----\n${missing}`);
  };
  if (prefix !== '' && method === 'GET') missing = await nowhere(world, caller, prefix);
  // What cannot be a name is sorted out before anything is looked up, so only past the guards does it say anything new.
  const tried = addressesOf(row).filter(({ what }) => what !== 'malformed' || isEntitled(row, caller));
  for (const { what, names, lets, send, query } of tried) {
    for (const gets of Object.values(lets))
      if (isAmbiguous(row, gets)) faults.push(`${what}: ${gets} is what one kept out gets`);
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(names(world, caller)[name] ?? ''),
    );
    const at = `${prefix}${filled === '/' ? '' : filled}${query === '' ? '' : `?${query}`}`;
    const answer = await ask(world.pages.url, { method, path: at, caller, send: send(world, caller) });
    faults.push(...unsafe(answer, prefix !== '').map((fault) => `${caller.name} at ${what}: ${fault}`));
    const wanted = expected(row, lets, caller);
    const anyKeptOut = what === 'malformed' && [401, 403, 404].includes(answer.status);
    if (!meets(answer, wanted) && !anyKeptOut)
      faults.push(
        `${caller.name} at ${what}: ${answer.status} ${answer.location} instead of ${JSON.stringify(wanted)}`,
      );
    else if (wanted.kind === 'let-in')
      for (const { text, to } of row.only ?? []) {
        const shown = answer.said.includes(text(world));
        if (shown !== to.some((one) => caller.is.includes(one)))
          faults.push(`${caller.name}: ${text(world)} is ${shown ? '' : 'not '}shown to him`);
      }
    else if (wanted.kind === 'missing' && !anyKeptOut) same(answer.said, what);
  }
  return { asked: tried.length, faults };
}

const nowheres = new Map<string, string>();

/** What this caller gets where there is no page at all, for whom every other "not there" must look alike. */
async function nowhere({ pages }: World, caller: Caller, prefix: string): Promise<string> {
  const key = `${caller.name} ${prefix}`;
  const { said } = nowheres.has(key)
    ? { said: nowheres.get(key) ?? '' }
    : await ask(pages.url, { method: 'GET', path: `${prefix}/no-such-page`, caller, send: {} });
  nowheres.set(key, said);
  return said;
}

type Tried = {
  what: string;
  names: Address['at'];
  lets: Address['lets'];
  send: Send;
  query: string;
};

/** A row's addresses, and where its path has names also one that is unknown and one that cannot be. */
function addressesOf({ route, who, addresses = [], gets, send = () => ({}), query = '' }: Row): Tried[] {
  const own = addresses.map((one): Tried => ({
    what: one.what,
    names: one.at,
    lets: one.lets,
    send: one.send ?? send,
    query: one.query ?? query,
  }));
  if (!route.includes(':')) {
    const whole = typeof who === 'string' ? [who] : who;
    const lets =
      typeof gets === 'object' ? gets : Object.fromEntries(gets === undefined ? [] : whole.map((one) => [one, gets]));
    return [{ what: 'it', names: () => ({}), lets, send, query }, ...own];
  }
  const strange = Object.fromEntries(Object.keys(NOWHERE).map((name) => [name, `'; -- ${name}`]));
  return [
    ...own,
    { what: 'unknown', names: () => NOWHERE, lets: {}, send, query },
    { what: 'malformed', names: () => strange, lets: {}, send, query },
  ];
}

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
