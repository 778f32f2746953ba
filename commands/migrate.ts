import { readEnv } from '../config/env.ts';
import { seed } from '../prisma/seed.ts';
import { migrate } from '../stack/migrate.ts';

// Told apart from other faults by having a sentence; a stack trace would carry the database's address.
try {
  const env = readEnv(process.env, ['MOHLET_OWNER_DATABASE_URL', 'MOHLET_NATURE']);
  const { applied, alreadyThere } = await migrate(env.MOHLET_OWNER_DATABASE_URL);
  const { born } = await seed(env.MOHLET_OWNER_DATABASE_URL, { nature: env.MOHLET_NATURE });
  for (const name of applied) console.log(`applied ${name}`);
  console.log(`${applied.length} applied, ${alreadyThere} there before${born ? `; born as ${env.MOHLET_NATURE}` : ''}`);
} catch (fault) {
  console.error((fault as Error).message);
  process.exitCode = 1;
}
