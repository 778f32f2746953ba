import { resolve } from 'node:path';
import { readEnv } from '../config/env.ts';
import { whereToBegin } from '../demo/whereToBegin.ts';
import { bringUp, type Stack } from '../stack/bringUp.ts';
import { isSentence } from '../stack/sentences.ts';
import { openStartLog } from '../stack/startLog.ts';

const STOP_WITHIN_MS = 15_000;

let stack: Stack | null = null;
let ending = false;

const end = async (code: number) => {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  process.stdout.write('Stopping ...\n');
  await stack?.stop();
  process.stdout.write('Stopped. Nothing is lost: `npm start` goes on where it was.\n');
  process.exit(code);
};
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

try {
  const env = readEnv(process.env, ['MOHLET_HOME', 'MOHLET_PORT', 'MOHLET_REHEARSAL_START']);
  const home = resolve(env.MOHLET_HOME);
  const file = await openStartLog(home);
  process.stdout.write(`Mohlet starts in ${home}; its log is mohlet.log there\n`);
  stack = await bringUp({
    home,
    port: env.MOHLET_PORT,
    ...(env.MOHLET_REHEARSAL_START !== undefined && { clockStart: env.MOHLET_REHEARSAL_START }),
    say: (line) => process.stdout.write(`  ${line}\n`),
    log: (line) => file.write(`${line}\n`),
  });
  if (ending) await stack.stop();
  const { api, mailbox, temporalUi, textMessages } = stack.ports;
  process.stdout.write(
    [
      `Mohlet is ready: http://127.0.0.1:${api}`,
      'This is a rehearsal: nothing it issues has legal effect.',
      ...whereToBegin(`http://127.0.0.1:${api}`, 'en').map((line) => `  ${line}`),
      '',
      '  npm run demo                         plays whole lives, on a rehearsal of its own',
      '  npm run -s token -- operator         makes a token for the portal operator; without a role it lists them all',
      ...[
        [api, '/health', "each part's state"] as const,
        [mailbox, '/dev/mail', 'the mail it has sent'] as const,
        [temporalUi, '/', 'Temporal, case by case'] as const,
        [textMessages, '/dev/text-messages.json', 'the text messages it has sent'] as const,
      ].map(([port, path, what]) => `  ${`http://127.0.0.1:${port}${path}`.padEnd(45)}  ${what}`),
      '  Ctrl-C stops all of it.',
      '',
    ].join('\n'),
  );
  for (const [name, part] of stack.parts)
    void part.exited.then((code) => {
      if (ending) return;
      process.stderr.write(`${name} ended with exit code ${code}; see mohlet.log. Stopping the rest.\n`);
      void end(1);
    });
} catch (fault) {
  const text = fault instanceof Error ? fault.message : 'an unknown fault';
  process.stderr.write(isSentence(fault) ? `${text}\n` : `Mohlet cannot start: ${text}\n`);
  process.exit(1);
}
