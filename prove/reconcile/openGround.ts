import { Client, Connection } from '@temporalio/client';
import { fileSigner } from '../../adapters/signing/fileSigner.ts';
import { temporalEngine } from '../../adapters/temporal/engine.ts';
import { CASE_WORKFLOWS } from '../../workers/relay.ts';
import { openProofStack } from '../proofStack.ts';
import type { Ground } from './ground.ts';
import { providerOf } from './provider.ts';

const WORD_AFTER_MS = 2_000;

/** Brings up a whole stack with what the reconciler needs in this process. */
export async function openGround(): Promise<Ground & { close(): Promise<void> }> {
  const proof = await openProofStack();
  const { env } = proof.stack;
  const connection = Connection.lazy({ address: env['MOHLET_TEMPORAL_ADDRESS'] ?? '' });
  const client = new Client({ connection });
  const provider = providerOf(env);
  // A word that came before its message was written down would be asked for only after minutes.
  await provider.beLate(WORD_AFTER_MS);
  return {
    proof,
    client,
    provider,
    needs: {
      record: proof.record,
      engine: temporalEngine(client, Object.values(CASE_WORKFLOWS)),
      signer: await fileSigner(env['MOHLET_SIGNING_FOLDER'] ?? ''),
      machineNow: () => new Date().toISOString(),
      messages: provider.list,
    },
    close: async () => {
      await connection.close();
      await proof.stop();
    },
  };
}

/** Ends the worker's process in order; whatever it would do waits until it is started again. */
export async function stopParts({ proof }: Pick<Ground, 'proof'>, ...names: readonly string[]): Promise<void> {
  for (const [name, part] of proof.stack.parts)
    if (names.some((one) => name.startsWith(one))) {
      await part.stop();
      proof.stack.parts.delete(name);
    }
}
