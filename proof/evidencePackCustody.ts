import { isRecord } from './shapes.ts';

/** A thing under custody with its holders in turn; `act` is the hand-over's id, null where the thing was entered. */
export type PackItem = {
  id: string;
  kind: string;
  serial: string;
  copy: number;
  state: string;
  holdings: { n: number; holder: string; since: string; until: string | null; act: string | null }[];
};

/** A hand-over with both sides' word; `items` are those of this pack alone, `pdf` the member that is its printed act. */
export type PackAct = {
  id: string;
  giver: string;
  taker: string;
  state: string;
  offeredAt: string;
  offeredBy: string;
  answeredAt: string | null;
  answeredBy: string | null;
  items: { id: string; found: string | null }[];
  pdf: string | null;
};

/** What in custody does not hold together: the item, and why. */
export type CustodyFault = {
  item: string;
  fault: 'gap-between-holders' | 'not-one-holder' | 'move-without-act' | 'act-says-otherwise';
};

/** What a pack's custody comes to; null where it is not of the shape. */
export type JudgedCustody = { items: number; acts: number; open: number; pdfs: string[]; faults: CustodyFault[] };

/**
 * Judges custody (R1598/2.10, 2.15-2.18): a thing is in one pair of hands at a time, from its first holder without a gap
 * to the last, and each move is one that an act names with both sides' confirmation.
 */
export function judgeCustody(value: unknown): JudgedCustody | null {
  if (!isRecord(value) || !Array.isArray(value.items) || !Array.isArray(value.acts)) return null;
  const items = value.items as PackItem[];
  const acts = value.acts as PackAct[];
  try {
    return {
      items: items.length,
      acts: acts.filter(({ state }) => state !== 'offered' && state !== 'recalled').length,
      open: acts.filter(({ state }) => state === 'offered').length,
      pdfs: acts.flatMap(({ pdf }) => (pdf === null ? [] : [pdf])),
      faults: items.flatMap((item) => faultsOf(item, acts).map((fault) => ({ item: nameOf(item), fault }))),
    };
  } catch (fault) {
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

function faultsOf({ id, holdings }: PackItem, acts: readonly PackAct[]): CustodyFault['fault'][] {
  const found = new Set<CustodyFault['fault']>();
  for (const [i, holding] of holdings.entries()) {
    const before = holdings[i - 1];
    const last = i === holdings.length - 1;
    if (holding.n !== i + 1 || (before !== undefined && before.until !== holding.since))
      found.add('gap-between-holders');
    if (!last && holding.until === null) found.add('not-one-holder');
    if (before === undefined) continue;
    const act = acts.find((one) => one.id === holding.act);
    if (act === undefined) found.add('move-without-act');
    else if (!names(act, id, before.holder, holding)) found.add('act-says-otherwise');
  }
  if (holdings.length === 0) found.add('not-one-holder');
  return [...found];
}

function names(act: PackAct, item: string, giver: string, { holder, since }: PackItem['holdings'][number]): boolean {
  const moved = act.items.some(({ id, found }) => id === item && (found === 'as-listed' || found === null));
  const confirmed = act.answeredBy !== null && act.answeredAt === since && act.offeredAt <= since;
  return moved && confirmed && act.giver === giver && act.taker === holder;
}

function nameOf({ kind, serial, copy }: PackItem): string {
  return `${kind} ${serial}/${copy}`;
}
