import { LANGUAGES } from '../../law/languages.ts';
import { ask } from './ask.ts';
import type { Caller } from './callers.ts';
import { expected, isAmbiguous, isEntitled, meets } from './judge.ts';
import type { Address, Row, Send } from './row.ts';
import { ROWS } from './rows.ts';
import { unsafe } from './unsafe.ts';
import { NOWHERE, type World } from './world.ts';

const AT_ONCE = 8;

type Found = { asked: number; faults: string[] };

/**
 * Everybody at every route, several at once: each goes through the routes alone, for no two requests may share a session
 * at once, and begins elsewhere than the one before him, so that they do not all wait for one case.
 */
export async function askAll(
  world: World,
  asPages: readonly Caller[],
  asApi: readonly Caller[],
): Promise<Map<Row, Found>> {
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
  const tried = triedBy(caller, row);
  let asked = tried.length;
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
    // Asking for another language opens nothing to whom the page is not for, wherever it points.
    if (method !== 'POST' || prefix === '' || isEntitled(row, caller) || names !== tried[0]?.names) continue;
    const inRussian = await ask(world.pages.url, {
      ...{ method, path: at, caller },
      send: { ...send(world, caller), inLanguage: 'ru' },
    });
    asked += 1;
    if (!meets(inRussian, wanted))
      faults.push(`${caller.name} at ${what}, in Russian: ${inRussian.status} ${inRussian.location}`);
    else if (wanted.kind === 'missing') same(inRussian.said, `${what}, in Russian`);
  }
  return { asked, faults };
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

/**
 * Where it says anything new: what cannot be a name, past the guards alone; and who is nobody any more (ended, suspended,
 * expired) is turned away before anything is looked up, so that one address of each route is enough.
 */
function triedBy(caller: Caller, row: Row): Tried[] {
  const all = addressesOf(row);
  if (row.who !== 'anyone' && caller.is.length === 1 && caller.name !== 'nobody') return all.slice(0, 1);
  return all.filter(({ what }) => what !== 'malformed' || isEntitled(row, caller));
}

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
