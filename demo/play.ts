import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { type Hands, hands } from './hands.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';
import { INSTANTS, SCENARIOS } from './scenarios.ts';
import type { Stage } from './stage.ts';
import { writeWhen } from './words/writeWhen.ts';

/**
 * Plays all cases on one march of the legal clock: it stands still at each instant while that instant's steps are done,
 * so every date is exact, and runs on afterwards, also when the play breaks off. Returns what each case holds.
 */
export async function play(stage: Stage): Promise<Record<ScenarioId, Hands>> {
  const { words, language, write } = stage;
  const width = Math.max(...Object.values(words.cases).map((name) => name.length));
  const clockWidth = Math.max(...INSTANTS.map((at) => writeWhen(at, language).length));
  let clock = '';
  const cases = Object.fromEntries(
    SCENARIO_IDS.map((id) => [
      id,
      hands(stage, (sentence) => write(`${clock}  ${words.cases[id].padEnd(width)}  ${sentence}`)),
    ]),
  ) as Record<ScenarioId, Hands>;

  for (const agency of AGENCIES) await stage.parties.behave(agency, { kind: 'silent' });
  await stage.parties.refuseMailTo([]);
  let reached: string | null = null;
  try {
    for (const at of INSTANTS) {
      await moveClock(stage, { freezeAt: at });
      reached = at;
      clock = writeWhen(at, language).padEnd(clockWidth);
      for (const { id, steps } of SCENARIOS)
        for (const step of steps.filter((one) => one.at === at)) await step.act(cases[id]);
    }
  } finally {
    if (reached !== null) await moveClock(stage, { forwardTo: reached });
  }
  return cases;
}

async function moveClock({ portal, world }: Stage, move: { freezeAt: string } | { forwardTo: string }): Promise<void> {
  const { status } = await portal.asOfficial(world.operator, 'POST', '/api/v1/clock', move);
  if (status !== 200) throw new Error(`the legal clock was not moved (status ${status})`);
}
