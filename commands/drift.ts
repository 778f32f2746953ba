import { findDrift } from '../stack/drift.ts';

const drift = await findDrift();
if (drift === undefined) {
  console.log('prisma/schema.prisma and the migrations agree');
} else {
  console.log(`prisma/schema.prisma and the migrations differ; this would make them agree:\n\n${drift}`);
  process.exitCode = 1;
}
