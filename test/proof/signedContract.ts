import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  makeTestAuthority,
  rehearsalOrganization,
} from '../../adapters/certification-centres/test-authority/makeAuthority.ts';
import { openTestAuthority } from '../../adapters/certification-centres/test-authority/openAuthority.ts';
import { signPdf } from '../../adapters/certification-centres/test-authority/signPdf.ts';
import { contracts } from '../../adapters/documents/contract.ts';

/** The facts of a contract in a rehearsal. */
export const FACTS = {
  nature: 'rehearsal',
  caseNumber: 'QR-2026-000001',
  centre: 'e-imza',
  registeredAt: '2026-03-19T06:00:00.000Z',
  use: 'personal',
  holder: { name: 'Əğıİöşüç Ünal Иванов', birthDate: '1986-05-17', document: 'GBR 925076488' },
  virtualFin: 'X12345K',
} as const;

/** A contract drawn and signed by the E-imza Centre of a test authority of its own, and by what it is believed. */
export async function makeSignedContract() {
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-authority-'));
  const rootFile = await makeTestAuthority(join(folder, 'authority'));
  const otherRootFile = await makeTestAuthority(join(folder, 'other'));
  const authority = await openTestAuthority(join(folder, 'authority'), 'e-imza');
  const content = await contracts().draw(FACTS);
  const instant = new Date(FACTS.registeredAt);
  return {
    folder,
    rootFile,
    authority,
    content,
    draft: { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length },
    signed: Buffer.from(await signPdf(authority, content, { instant, reason: 'R1598/2.9' })),
    believed: {
      roots: [await readFile(rootFile, 'utf8')],
      organization: rehearsalOrganization('e-imza'),
      at: FACTS.registeredAt as string,
    },
    otherRoot: await readFile(otherRootFile, 'utf8'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
