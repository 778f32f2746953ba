import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Application } from '../../law/signature-issuance/application.ts';
import { form } from '../support/record.ts';
import type { TestPages } from './openPages.ts';

/** Applies over the JSON API with real files; the case's number and tracking code. */
export async function applyOverApi(
  pages: TestPages,
  application: Application = form('foreigner-personal-token'),
): Promise<{ caseNumber: string; trackingCode: string }> {
  const made = await pages.makeFiles();
  const uploads: string[] = [];
  for (const [kind, path] of [
    ['identity-document', made.identityDocument],
    ['photograph', made.photograph],
  ] as const) {
    const body = new FormData();
    body.append('kind', kind);
    body.append('file', new Blob([await readFile(path)]), 'a.jpg');
    const answer = await fetch(`${pages.url}/api/v1/uploads`, {
      method: 'POST',
      headers: { 'Idempotency-Key': randomUUID() },
      body,
    });
    uploads.push(((await answer.json()) as { id: string }).id);
  }
  const answer = await fetch(`${pages.url}/api/v1/applications`, {
    method: 'POST',
    headers: { 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' },
    body: JSON.stringify({ application, uploads }),
  });
  if (answer.status !== 201) throw new Error(`not registered: ${await answer.text()}`);
  return (await answer.json()) as { caseNumber: string; trackingCode: string };
}
