import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { diskStore } from '../../../adapters/files/diskStore.ts';
import type { FileStore } from '../../../adapters/ports.ts';
import { findingsOf } from '../../../cases/drafts/findings.ts';
import { attachFile, deleteOldDrafts, readDraft, saveDraft } from '../../../cases/drafts/editDraft.ts';
import { findDraft, openDraft } from '../../../cases/drafts/openDraft.ts';
import { submitDraft } from '../../../cases/drafts/submitDraft.ts';
import { withinLimit } from '../../../cases/record/limits.ts';
import { recordUpload } from '../../../cases/signature-issuance/recordUpload.ts';
import { form, openTestRecord, type TestRecord } from '../../support/record.ts';

let test_: TestRecord;
let folder: string;
let files: FileStore;
before(async () => {
  test_ = await openTestRecord();
  folder = await mkdtemp(join(tmpdir(), 'mohlet-drafts-'));
  files = diskStore(folder);
});
after(async () => {
  await test_.stop();
  await rm(folder, { recursive: true, force: true });
});

const begin = async () => {
  const opened = await openDraft(test_.record, files, randomUUID());
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  return opened;
};
const put = async (draftId: string, kind: 'photograph' | 'identity-document') => {
  const id = randomUUID();
  const content = Buffer.from(id);
  const request = { route: 't', caller: 't', key: randomUUID(), body: id };
  await recordUpload(test_.record, files, {
    id,
    kind,
    mediaType: 'image/jpeg',
    sha256: 'x',
    storedSha256: 'x',
    content,
    request,
  });
  assert.ok(await attachFile(test_.record, files, draftId, { id, kind }));
  return id;
};
const once = (draftId: string, key: string = randomUUID()) => ({
  route: 'confirm',
  caller: draftId,
  key,
  body: draftId,
});

test('R1598/2.6: the return code becomes the tracking code; a repeat gets the first answer after the draft is gone', async () => {
  const { record } = test_;
  const { draftId, returnCode } = await begin();
  assert.equal(await findDraft(record, ` ${returnCode.toLowerCase()} `), draftId);
  await saveDraft(record, draftId, () => form('foreigner-personal-token'));
  await put(draftId, 'photograph');
  await put(draftId, 'identity-document');
  const request = once(draftId);
  const first = await submitDraft(record, draftId, request);
  assert.equal(first?.kind, 'registered');
  assert.equal(first.trackingCode, returnCode);
  assert.deepEqual(await submitDraft(record, draftId, request), first);
  assert.equal(await submitDraft(record, draftId, once(draftId)), null);
  const opened = await test_.owner.maybe(`SELECT number FROM "case" WHERE tracking_index = $1`, [
    record.seal.index('tracking', returnCode),
  ]);
  assert.deepEqual(opened, { number: first.caseNumber });
  assert.equal(await findDraft(record, returnCode), null);
});

test('Q191/7.4: an incomplete draft is told every item and stays as it was', async () => {
  const { draftId } = await begin();
  const outcome = await submitDraft(test_.record, draftId, once(draftId));
  assert.equal(outcome?.kind, 'incomplete');
  assert.ok(outcome.items.length > 20);
  assert.equal((await readDraft(test_.record, draftId))?.application.service, 'issue');
});

test('a file replaces the one of its kind, whose bytes are gone; another draft’s file cannot be claimed', async () => {
  const { draftId } = await begin();
  const before = await put(draftId, 'photograph');
  const second = await put(draftId, 'photograph');
  assert.deepEqual(
    (await readDraft(test_.record, draftId))?.files.map(({ id }) => id),
    [second],
  );
  assert.equal(await files.get(before), null);
  const request = { route: 't', caller: 't', key: randomUUID(), body: '' };
  const { submitApplication } = await import('../../../cases/signature-issuance/submitApplication.ts');
  const stolen = await submitApplication(test_.record, {
    application: form('foreigner-personal-token'),
    uploads: [second],
    request,
  });
  assert.deepEqual(stolen, { kind: 'unknown-uploads', uploads: [second] });
});

test('ADR 35: a draft and its files are deleted when their days are over, never before; unclaimed files too', async () => {
  const other = await openTestRecord();
  const opened = await openDraft(other.record, files, 'a');
  if (opened.kind !== 'opened') throw new Error(opened.kind);
  const id = randomUUID();
  const request = { route: 't', caller: 't', key: randomUUID(), body: id };
  const content = Buffer.from('x');
  await recordUpload(other.record, files, {
    id,
    kind: 'photograph',
    mediaType: 'image/jpeg',
    sha256: 'x',
    storedSha256: 'x',
    content,
    request,
  });
  await attachFile(other.record, files, opened.draftId, { id, kind: 'photograph' });
  await other.upload('photograph');
  await other.forward('2026-04-14T09:00:00+04:00');
  assert.equal(await deleteOldDrafts(other.record, files), 0);
  await other.forward('2026-04-15T10:00:00+04:00');
  assert.equal(await readDraft(other.record, opened.draftId), null, 'over even before it is swept');
  assert.equal(await deleteOldDrafts(other.record, files), 3);
  assert.equal(await files.get(id), null);
  await other.stop();
});

test('R1598/2.6, 2.3.1: what a draft lacks is judged by the day it is read, as its registration is: papers come and go meanwhile', async (t) => {
  const other = await openTestRecord();
  t.after(() => other.stop());
  const opened = await openDraft(other.record, files, 'a');
  assert.ok(opened.kind === 'opened');
  const { applicant, ...rest } = form('foreigner-personal-token');
  const identityDocument = { ...applicant?.identityDocument, validFrom: '2026-03-20', validUntil: '2026-03-31' };
  await saveDraft(other.record, opened.draftId, () => ({ ...rest, applicant: { ...applicant, identityDocument } }));
  const wrong = async () => {
    const draft = await readDraft(other.record, opened.draftId);
    assert.ok(draft);
    return findingsOf(draft).flatMap(({ reason }) => (reason === 'not-uploaded' ? [] : [reason]));
  };
  const begun = await wrong();
  await other.forward('2026-03-20T00:00:00+04:00');
  const issued = await wrong();
  await other.forward('2026-04-01T00:00:00+04:00');
  assert.deepEqual([begun, issued, await wrong()], [['in-the-future'], [], ['document-expired']]);
});

test('ADR 35: below a tenth of the disk free no draft is opened; twenty a day from one address', async () => {
  const full: FileStore = { ...files, freeShare: () => Promise.resolve(0.09) };
  assert.deepEqual(await openDraft(test_.record, full, 'b'), { kind: 'no-space' });
  const kinds = [];
  for (let n = 0; n < 21; n += 1) kinds.push((await openDraft(test_.record, files, 'one address')).kind);
  assert.deepEqual(kinds.filter((kind) => kind === 'opened').length, 20);
  assert.equal(kinds.at(-1), 'too-many');
  assert.equal(await withinLimit(test_.record, 'draft-opened', 'another'), true);
  const kept = await test_.owner.many<{ key: string }>(`SELECT key FROM rate_limit`);
  assert.ok(kept.every(({ key }) => !key.includes('address')));
});
