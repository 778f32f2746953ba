import type { ReadmeWords } from './words.ts';

/** README.txt in English. */
export const en: ReadmeWords = {
  title: (caseNumber) => `Evidence of case ${caseNumber}`,
  rehearsal: 'REHEARSAL. Nothing in this file has legal effect.',
  madeFor: (reader) => `Made for: ${reader}.`,
  readers: {
    applicant: 'the applicant',
    operator: 'the portal operator',
    auditor: 'the auditor',
    'mission-officer': 'the diplomatic mission',
    'centre-officer': 'the certification services centre',
  },
  members: {
    'case.json': 'where the case stands',
    'course.json':
      'what was done after the opinions: the Centre, invitation, appointments, identity, contract, register',
    'opinions.json': 'the requests to the four agencies and their opinions (R1598/2.7, 2.8)',
    'terms.json': 'every term: what began it, each day counted or passed over and why, its end',
    'notices.json': 'every notice, by which channel it went and what became of each attempt',
    'custody.json': 'the token, SIM, certificate and contracts: in whose hands, since when, by which act (R1598/2.10)',
    'acts/': 'the printed acts of hand-over',
    'documents.json': 'the documents and papers by their hashes; their bytes are not in this file',
    'signatures.json': 'what is signed: the record of silence, the contract by its hash, the certificate',
    'signatures/': 'signed documents themselves, and the certificates by which the Centre signed',
    'evidence.jsonl': 'the evidence, row by row: each row names the hash of the row before it',
    'checkpoints/': 'the signed checkpoint that covers the evidence; for the operator and the auditor alone',
    'manifest.json': 'what this file is, and every member with its length and hash',
    'manifest.jws': 'the same, signed by the installation',
  },
  withheld:
    'What this reader is not shown stands as "withheld", with a salted hash in its place: nobody can guess the text from it, and nobody can put another text in its place later.',
  howToCheck: [
    'To check, without any server: npm run -s verify -- FILE.zip --trust keys.json',
    'keys.json holds the public keys of the installation. Take it from the installation (/.well-known/mohlet-keys.json) beforehand, never together with this file.',
    'Without this program: the SHA-256 of each member stands in manifest.json; manifest.jws is a JWS (RFC 7515, ES256) over exactly its bytes; the hash of a row is the SHA-256 of "previous", a line feed and "body".',
  ],
};
