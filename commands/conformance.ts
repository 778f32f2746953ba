import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLAUSE_IDS } from '../law/clauses.ts';
import { readClauses } from './conformance/readClauses.ts';
import { scan } from './conformance/scan.ts';
import { writePage } from './conformance/writePage.ts';

const ROOT = join(import.meta.dirname, '..');

// `npm run -s conformance > docs/conformance.md` brings the page up to date.
const clauses = readClauses(readFileSync(join(ROOT, 'law', 'clauses.yaml'), 'utf8'));
process.stdout.write(writePage(clauses, scan(ROOT, CLAUSE_IDS)));
