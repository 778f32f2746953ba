import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hands } from './hands.ts';
import type { Stage } from './stage.ts';
import { LIFE_WORDS } from './words/lives/words.ts';

const VERIFY = join(import.meta.dirname, '..', 'commands', 'verify.ts');
const IS_REHEARSAL = 10;

/**
 * Saves what a whole life leaves for its applicant: the file of the case (ZIP), which is checked offline by the keys in
 * `keys`, and as PDF the contract and the act of what was handed over. Returns lines to print; throws where the file is not sound.
 */
export async function keepFiles({ language }: Stage, life: Hands, out: string, keys: string): Promise<string[]> {
  const words = LIFE_WORDS[language];
  const registered = life.held.registered;
  if (registered === null) throw new Error('a case was never registered');
  const pack = join(out, `${registered.caseNumber}.zip`);
  const act = join(out, `${registered.caseNumber}.act.pdf`);
  const contract = join(out, `${registered.caseNumber}.contract.pdf`);
  await writeFile(contract, life.contract());
  await writeFile(pack, await life.steps.file(registered));
  await writeFile(act, await life.steps.act(life.receipt()));
  const { code, said } = await verify([pack, '--trust', keys, '--language', language]);
  if (code !== IS_REHEARSAL) throw new Error(`the file of the case is not sound (exit code ${code}): ${said}`);
  return [
    words.packChecked(pack, said),
    words.checkYourself(`npm run -s verify -- ${pack} --trust ${keys}`),
    words.contractFile(contract),
    words.actFile(act),
  ];
}

/** Runs the offline verifier to its end; its exit code, and the first line it says. */
function verify(args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [VERIFY, ...args], (_fault, stdout) => {
      resolve({ code: child.exitCode ?? -1, said: stdout.split('\n', 1)[0] ?? '' });
    });
  });
}
