import type { Acts, FileStore } from '../../adapters/ports.ts';
import { type FileReader, mayReadFile } from '../../law/signature-issuance/fileReaders.ts';
import { opinionsDecidedAt } from '../../law/signature-issuance/withdrawal.ts';
import type { Nature } from '../../proof/trust.ts';
import type { Member, PackManifest } from '../../proof/evidencePack.ts';
import { inTransaction, type Tx } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { type PrintAct, printActs } from './printActs.ts';
import { readCentreChain } from './readCentreChain.ts';
import { readChain } from './readChain.ts';
import { readCourse } from './readCourse.ts';
import { type PackCustody, readCustody } from './readCustody.ts';
import { type Reading, readNotices, readOpinions, readTerms } from './readOpinions.ts';
import { readDocuments, readSignatures } from './readSignatures.ts';
import { writeReadme } from './writeReadme.ts';

/** Who asks for a file: in which capacity, and for an official the party he stands for. */
export type PackReader = { capacity: FileReader; party?: string | undefined };

/** What a pack is made of before it is signed: the manifest without its list of files, and the members in order. */
export type PackContents = { about: Omit<PackManifest, 'files'>; members: Member[] };

type CaseFacts = {
  sealed_key: Buffer;
  sealed_form: Buffer | null;
  mission: string | null;
  wants: string | null;
  installation: string;
  nature: Nature;
  madeAt: string;
  told: { outcome: string | null } & Record<string, unknown>;
};

const CASE = `
  SELECT c.sealed_key, c.sealed_form, coalesce(c.mission, b.mission) AS mission, c.wants,
         i.id AS installation, i.nature, greatest(legal_now(), c.last_instant) AS "madeAt",
         json_build_object('caseNumber', c.number, 'procedure', c.procedure, 'stage', c.stage, 'outcome', c.outcome,
           'limit', CASE WHEN c.limit_source IS NOT NULL
                         THEN json_build_object('workingDays', c.limit_working_days, 'source', c.limit_source) END,
           'certificate', c.wants, 'mission', coalesce(c.mission, b.mission), 'waitsFor', c.waits_for) AS told,
         c.registered_at, c.decided_at, c.closed_at, c.waits_since
    FROM "case" c CROSS JOIN installation i LEFT JOIN bundle b ON b.case_number = c.number
   WHERE c.number = $1`;

type CaseRow = CaseFacts & {
  registered_at: string;
  decided_at: string | null;
  closed_at: string | null;
  waits_since: string | null;
};

/**
 * Reads the whole file of a case in one snapshot, as this reader is shown it (ADR 32); null where there is no such case
 * or it is not this reader's. No personal data is in it: documents stand by their hashes. `acts` draws the printed acts.
 */
export async function readPack(
  record: CaseRecord,
  caseNumber: string,
  reader: PackReader,
  { files, acts }: { files: FileStore; acts: Acts },
): Promise<PackContents | null> {
  const read = await inTransaction(record.database.ordinary, async (tx) => {
    await tx.run(`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`);
    const facts = await tx.maybe<CaseRow>(CASE, [caseNumber]);
    if (facts === null || !mayReadFile(reader, facts)) return null;
    const { outcome } = facts.told;
    const caseKey = record.seal.openKey(facts.sealed_key);
    const reading = { caseNumber, capacity: reader.capacity, caseKey, outcome };
    return readMembers(tx, reading, facts);
  });
  if (read === null) return null;
  const { about, readme, before, custody, after } = read;
  const printed = await withActs(custody, printActs(record, acts));
  const chain = await readCentreChain(record, files, caseNumber);
  const pem = chain === null ? [] : [{ name: 'signatures/centre-chain.pem', bytes: Buffer.from(chain, 'utf8') }];
  return { about, members: [readme, ...before, printed.custody, ...after, ...pem, ...printed.acts] };
}

async function readMembers(tx: Tx, reading: Reading, facts: CaseRow) {
  const { caseNumber, capacity } = reading;
  const { installation, nature, madeAt } = facts;
  const chain = await readChain(tx, caseNumber, capacity);
  const signatures = await readSignatures(tx, reading);
  const told = {
    ...facts.told,
    registeredAt: facts.registered_at,
    // What came later stands in the course.
    opinionsDecidedAt: opinionsDecidedAt({
      outcome: facts.told.outcome,
      decidedAt: facts.decided_at,
      closedAt: facts.closed_at,
    }),
    closedAt: facts.closed_at,
    waitsSince: facts.waits_since,
  };
  return {
    about: {
      kind: 'evidence-pack',
      version: 1,
      installation,
      nature,
      caseNumber,
      madeAt,
      for: capacity,
      chain: chain.chain,
      checkpoint: chain.checkpoint,
    } as const,
    readme: { name: 'README.txt', bytes: Buffer.from(writeReadme({ caseNumber, nature, capacity }), 'utf8') },
    before: [
      asJson('case.json', told),
      asJson('course.json', await readCourse(tx, caseNumber)),
      asJson('opinions.json', await readOpinions(tx, reading)),
      asJson('terms.json', await readTerms(tx, reading)),
      asJson('notices.json', await readNotices(tx, reading)),
    ],
    custody: await readCustody(tx, caseNumber),
    after: [
      asJson('documents.json', await readDocuments(tx, reading, facts.sealed_form)),
      asJson('signatures.json', signatures.told),
      ...signatures.members,
      ...chain.members,
    ],
  };
}

/** The acts are drawn outside the snapshot, one after the other. */
async function withActs({ items, acts, own }: PackCustody, printAct: PrintAct) {
  const members: Member[] = [];
  for (const id of own) {
    const bytes = await printAct(id);
    if (bytes !== null) members.push({ name: `acts/${id}.pdf`, bytes });
  }
  const pdfOf = (id: string) => members.find(({ name }) => name === `acts/${id}.pdf`)?.name ?? null;
  const custody = asJson('custody.json', { items, acts: acts.map((act) => ({ ...act, pdf: pdfOf(act.id) })) });
  return { custody, acts: members };
}

function asJson(name: string, value: unknown): Member {
  return { name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8') };
}
