import type { ItemName } from './readItems.ts';

/** A pair of hands as the custody rows tell it; `handoverId` is null for who entered the thing. */
export type Hands = { n: number; holder: string; since: string; handoverId: string | null };

/** A row of the evidence, its body as stored. */
export type EvidenceRow = { chain: string; seq: number; at: string; body: string };

/** Where rows and evidence say different things of a thing; `n` is the pair of hands, `handoverId` the act. */
export type Disagreement =
  | { what: 'entry-not-in-evidence'; n: 1 }
  | { what: 'move-not-in-evidence'; n: number; handoverId: string | null }
  | { what: 'move-in-evidence-alone'; handoverId: string };

type Body = { what: string; facts?: Record<string, unknown> };
type Move = { handoverId: string; giver: unknown; taker: unknown; at: string };

const MOVES = ['handover-taken', 'handover-difference'];

/**
 * Where the custody rows of a thing and the evidence of its cases differ: its entry must be named by evidence of that
 * instant, and each later pair of hands by an act that took it as listed, from those hands to these, at that instant.
 */
export function disagreements(
  item: ItemName & { id: string },
  hands: readonly Hands[],
  evidence: readonly EvidenceRow[],
): Disagreement[] {
  const moves = evidence.flatMap((row) => moveOf(item, row));
  const found = hands.flatMap((one, at): Disagreement[] => {
    const before = hands[at - 1];
    if (before === undefined) return isEntered(item, one, evidence) ? [] : [{ what: 'entry-not-in-evidence', n: 1 }];
    const told = moves.some(
      ({ handoverId, giver, taker, at: instant }) =>
        handoverId === one.handoverId && giver === before.holder && taker === one.holder && instant === one.since,
    );
    return told ? [] : [{ what: 'move-not-in-evidence', n: one.n, handoverId: one.handoverId }];
  });
  const alone = moves
    .filter(({ handoverId }) => !hands.some((one) => one.handoverId === handoverId))
    .map(({ handoverId }) => ({ what: 'move-in-evidence-alone' as const, handoverId }));
  return [...found, ...alone];
}

function moveOf(item: ItemName & { id: string }, { at, body }: EvidenceRow): Move[] {
  const { what, facts = {} } = JSON.parse(body) as Body;
  if (!MOVES.includes(what)) return [];
  const items = (facts['items'] ?? []) as Record<string, unknown>[];
  const took = items.some(
    (one) =>
      one['item'] === item.id &&
      one['found'] === 'as-listed' &&
      one['kind'] === item.kind &&
      one['serial'] === item.serial &&
      one['copy'] === item.copy,
  );
  if (!took) return [];
  return [{ handoverId: String(facts['handover']), giver: facts['giver'], taker: facts['taker'], at }];
}

/** Things are entered by deeds of several areas: that of the Centre's decision, of the operator, of the signature. */
function isEntered(item: ItemName & { id: string }, first: Hands, evidence: readonly EvidenceRow[]): boolean {
  return evidence.some(
    ({ at, body }) =>
      at === first.since &&
      (names(JSON.parse(body) as unknown, item.id) || names(JSON.parse(body) as unknown, item.serial)),
  );
}

function names(value: unknown, word: string): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some((part) => names(part, word));
  return value === word;
}
