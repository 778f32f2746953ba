import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { acts } from '../../../adapters/documents/act.ts';
import { diskStore } from '../../../adapters/files/diskStore.ts';
import { fileSigner, publishedKeys } from '../../../adapters/signing/fileSigner.ts';
import { packZip } from '../../../api/evidence-pack/packZip.ts';
import { type PackReader, readPack } from '../../../cases/evidence-pack/readPack.ts';
import { signPack } from '../../../cases/evidence-pack/signPack.ts';
import { makeCheckpoint } from '../../../cases/record/checkpoint.ts';
import { signDocuments } from '../../../cases/record/documents.ts';
import type { Member } from '../../../proof/evidencePack.ts';
import { openTestRecord } from '../../support/record.ts';

/** A record with a signer, and cases whose files may be read. */
export async function openPacks() {
  const test = await openTestRecord();
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-pack-'));
  const signer = await fileSigner(join(folder, 'signing'), 'rehearsal');
  const files = diskStore(join(folder, 'files'));
  const outside = { lastNumber: () => Promise.resolve(0), append: () => Promise.resolve() };
  return {
    ...test,
    folder,
    trust: () => publishedKeys(join(folder, 'signing')),
    /** A case approved by silence (one agency answered) with its record of silence signed; its number. */
    async approved(): Promise<string> {
      const { caseNumber } = await test.register();
      await test.deliver(caseNumber);
      await test.opine(caseNumber, 'state-security', { kind: 'nothing-against' });
      const { ends } = await test.owner.one<{ ends: string }>(
        `SELECT to_char(max(ends_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ends
           FROM term WHERE case_number = $1`,
        [caseNumber],
      );
      await test.forward(ends);
      await test.close(caseNumber);
      await signDocuments(test.record, caseNumber, signer);
      return caseNumber;
    },
    checkpoint: () => makeCheckpoint(test.record, signer, outside),
    /** The members of a case's pack as this reader gets it; null where it is not his. */
    async pack(caseNumber: string, reader: PackReader): Promise<Member[] | null> {
      const contents = await readPack(test.record, caseNumber, reader, { files, acts: acts() });
      return contents === null ? null : signPack(contents, signer);
    },
    async stop(): Promise<void> {
      await test.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The bytes of a ZIP of members. */
export function zipOf(members: readonly Member[]): Promise<Buffer> {
  return buffer(packZip(members));
}

/** The text of a member; empty where there is none. */
export function textOf(members: readonly Member[], name: string): string {
  return Buffer.from(members.find((one) => one.name === name)?.bytes ?? []).toString('utf8');
}
