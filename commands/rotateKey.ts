import { rotateKey } from '../adapters/signing/fileSigner.ts';
import { readEnv } from '../config/env.ts';

// The old key's public half stays published with the day it went out of use: what it signed still verifies.
try {
  const { MOHLET_SIGNING_FOLDER: folder } = readEnv(process.env, ['MOHLET_SIGNING_FOLDER']);
  process.stdout.write(`The signing key is now ${await rotateKey(folder)}. Publish the key set anew.\n`);
} catch (fault) {
  process.stderr.write(`${(fault as Error).message}\n`);
  process.exitCode = 1;
}
