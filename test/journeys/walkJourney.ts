import type { Language } from '../../law/languages.ts';
import { type Hand, type Mode, openHand } from './hand.ts';
import { type JourneyName, JOURNEYS } from './roles/journeys.ts';
import type { openWalks } from './roles/walk.ts';

/** Walks one journey in a language and a way, everybody's browser closed after it; throws where it does not lead through. */
export async function walkJourney(
  { pages, walk }: Awaited<ReturnType<typeof openWalks>>,
  { journey, language, mode }: { journey: JourneyName; language: Language; mode: Mode },
): Promise<void> {
  // Limits are a person's for each hour; here many people come from one address.
  await pages.owner.run(`DELETE FROM rate_limit`);
  const hands: Hand[] = [];
  const person = async () => {
    const hand = await openHand(pages.url, language, mode);
    hands.push(hand);
    return hand;
  };
  try {
    await JOURNEYS[journey].walk(walk(person));
  } finally {
    await Promise.all(hands.map((hand) => hand.close()));
  }
}
