import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { type GroupHands, groupHands } from './groupHands.ts';
import { type Hands, hands } from './hands.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';
import { BUNDLE } from './scenarios/bundle.ts';
import { INSTANTS, SCENARIOS } from './scenarios.ts';
import type { Stage } from './stage.ts';
import type { Tell } from './tell.ts';
import { LIFE_WORDS } from './words/lives/words.ts';
import { writeWhen } from './words/writeWhen.ts';

/**
 * Plays all cases on one march of the legal clock: it stands still at each instant while that instant's steps are done,
 * so every date is exact, and runs on afterwards, also when the play breaks off. Returns the hands of each case and of
 * the people of the bundle.
 */
export async function play(stage: Stage): Promise<{ cases: Record<ScenarioId, Hands>; group: GroupHands }> {
  const { words, language, write } = stage;
  const { name } = LIFE_WORDS[language].group;
  const width = Math.max(...[name, ...Object.values(words.cases)].map((one) => one.length));
  const clockWidth = Math.max(...INSTANTS.map((at) => writeWhen(at, language).length));
  let clock = '';
  const tellOf =
    (of: string): Tell =>
    (sentence, page) =>
      write(`${clock}  ${of.padEnd(width)}  ${sentence}${page === undefined ? '' : `  → /${language}${page}`}`);
  const cases = Object.fromEntries(SCENARIO_IDS.map((id) => [id, hands(stage, tellOf(words.cases[id]))])) as Record<
    ScenarioId,
    Hands
  >;
  const group = groupHands(stage, tellOf(name));

  for (const agency of AGENCIES) await stage.parties.behave(agency, { kind: 'silent' });
  await stage.parties.refuseMailTo([]);
  await stage.parties.loseTextsTo([]);
  let reached: string | null = null;
  try {
    for (const at of INSTANTS) {
      await moveClock(stage, { freezeAt: at });
      reached = at;
      clock = writeWhen(at, language).padEnd(clockWidth);
      for (const { id, steps } of SCENARIOS)
        for (const step of steps.filter((one) => one.at === at)) await step.act(cases[id]);
      for (const step of BUNDLE.filter((one) => one.at === at)) await step.act(group);
    }
  } finally {
    if (reached !== null) await moveClock(stage, { forwardTo: reached });
  }
  return { cases, group };
}

async function moveClock({ portal, world }: Stage, move: { freezeAt: string } | { forwardTo: string }): Promise<void> {
  const { status } = await portal.asOfficial(world.operator, 'POST', '/api/v1/clock', move);
  if (status !== 200) throw new Error(`the legal clock was not moved (status ${status})`);
}
