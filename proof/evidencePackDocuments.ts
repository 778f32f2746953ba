import { saltedHash } from './saltedHash.ts';
import { isRecord } from './shapes.ts';

/** A document as a pack names it: by hash, its bytes kept elsewhere. `sentSha256` is of the bytes as they were sent in. */
export type PackDocument = {
  id: string;
  kind: string;
  mediaType: string;
  sha256: string;
  bytes: number;
  sentSha256?: string;
};

/** What the documents come to: how many there are, how many are those registered, and which should be and are not. */
export type JudgedDocuments = { held: number; registered: number | 'not-shown'; strangers: string[] };

/**
 * Compares the documents with the registration of the case (R1598/2.6), whose row of evidence holds each one's salted
 * hash; possible where the reader is shown the salt.
 */
export function judgeDocuments(value: unknown, rows: readonly unknown[]): JudgedDocuments {
  if (!isRecord(value) || !Array.isArray(value.documents)) return { held: 0, registered: 'not-shown', strangers: [] };
  const documents = value.documents as PackDocument[];
  const named = registeredIn(rows);
  const { salt } = value;
  if (typeof salt !== 'string' || named === null)
    return { held: documents.length, registered: 'not-shown', strangers: [] };
  const strangers = named.filter(({ id, content }) => {
    const sent = documents.find((one) => one.id === id)?.sentSha256;
    return sent === undefined || saltedHash(salt, sent) !== content;
  });
  return {
    held: documents.length,
    registered: named.length - strangers.length,
    strangers: strangers.map(({ id }) => id),
  };
}

function registeredIn(rows: readonly unknown[]): { id: string; content: string }[] | null {
  const row = rows.find((one) => isRecord(one) && one.what === 'registered');
  const facts = isRecord(row) && isRecord(row.facts) ? row.facts : {};
  return Array.isArray(facts.documents) ? (facts.documents as { id: string; content: string }[]) : null;
}
