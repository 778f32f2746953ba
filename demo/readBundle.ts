import { type BundleEnding, bundleEnding } from './ending.ts';
import type { GroupHands } from './groupHands.ts';
import type { Stage } from './stage.ts';
import { teller } from './teller.ts';
import { LIFE_WORDS } from './words/lives/words.ts';
import { inBaku, writeWhen } from './words/writeWhen.ts';

/** How the thirty people's bundle ended, and its legs as lines to print. */
export async function readBundle(
  { portal, language }: Stage,
  { people, bundle }: GroupHands,
): Promise<{ ending: BundleEnding; lines: string[] }> {
  const { group } = LIFE_WORDS[language];
  const told = teller({ language });
  const { bundle: number, stage, waitsFor, items, legs } = await bundle();
  let issued = 0;
  for (const { access } of people) {
    const { body } = await portal.status<{ outcome: string; stage: string }>(access.token);
    if (body.outcome === 'issued' && body.stage === 'ended') issued += 1;
  }
  const copies: Record<string, number> = {};
  for (const { holder, destination } of items) if (holder === destination) copies[holder] = (copies[holder] ?? 0) + 1;
  const found = bundleEnding.parse({
    people: people.length,
    issued,
    stage,
    waitsFor: waitsFor?.party ?? null,
    copies,
    legs: legs.map(({ clause, holder, startedAt, endsAt, closedAt, outcome }) => ({
      ...{ clause, holder, outcome },
      startedAt: inBaku(startedAt),
      endsAt: inBaku(endsAt),
      closedAt: inBaku(closedAt),
    })),
  });
  const when = (instant: string | null) => (instant === null ? '-' : writeWhen(instant, language));
  return {
    ending: found,
    lines: [
      group.heading(people.length, number),
      ...found.legs.map(
        ({ clause, holder, startedAt, endsAt, closedAt }) =>
          `    ${group.leg(clause, told.holder(holder), when(startedAt), when(endsAt), when(closedAt))}`,
      ),
    ],
  };
}
