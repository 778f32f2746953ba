import type { FileStore } from '../../adapters/ports.ts';
import { withinLimit } from '../record/limits.ts';
import type { CaseRecord } from '../record/record.ts';
import { LEAST_FREE } from './openDraft.ts';

/** Why no further file is taken in from an address now: its hour is full, or the disk nearly is; null where one is. */
export async function whyNoFile(
  record: CaseRecord,
  files: FileStore,
  address: string,
): Promise<'too-many' | 'no-space' | null> {
  if (!(await withinLimit(record, 'upload-sent', address))) return 'too-many';
  return (await files.freeShare()) < LEAST_FREE ? 'no-space' : null;
}
