import type { Agency } from '../law/signature-issuance/agencies.ts';

/**
 * How a party failed us, in our words: no message of the party crosses a port, for it may carry names and addresses.
 * An agency we could not reach has not stayed silent.
 */
export type PartyFailure = { kind: 'failed'; failure: 'unreachable' | 'timed-out' | 'rejected' | 'unreadable' };

/** A document of the application as a party is told of it; its bytes stay with us and are fetched by id. */
export type DocumentReference = { id: string; kind: string; mediaType: string; sha256: string; bytes: number };

/** The application as it goes to one agency (R1598/2.7). `messageId` stays the same over every attempt. */
export type OpinionRequest = {
  agency: Agency;
  messageId: string;
  caseNumber: string;
  application: Record<string, unknown>;
  documents: DocumentReference[];
};

/** Word to an agency that its opinion is no longer needed. */
export type StopRequest = {
  agency: Agency;
  messageId: string;
  caseNumber: string;
  why: 'negative-opinion' | 'withdrawn' | 'complete';
};

/** The four agencies' systems (R1598/2.7, 2.8). */
export interface OpinionAgencies {
  /** Resolves to `acknowledged` once the agency's system has taken the request; a repeat of `messageId` is harmless. */
  requestOpinion(request: OpinionRequest): Promise<{ kind: 'acknowledged' } | PartyFailure>;
  tellToStop(request: StopRequest): Promise<{ kind: 'acknowledged' } | PartyFailure>;
}

/** The Entry-Exit and Registration system (R1598/2.8). */
export interface EntryExitRegister {
  /** The FIN on a citizen's identity card, by the card's number and the birth date (ISO day). */
  readCitizenFin(query: {
    messageId: string;
    caseNumber: string;
    documentNumber: string;
    birthDate: string;
  }): Promise<{ kind: 'found'; fin: string } | { kind: 'not-found' } | PartyFailure>;
  /** Whether a FIN drawn for a non-resident already belongs to somebody. */
  isFinTaken(query: {
    messageId: string;
    caseNumber: string;
    fin: string;
  }): Promise<{ kind: 'free' } | { kind: 'taken' } | PartyFailure>;
}

/** One e-mail; `messageId` is the Message-ID header's local part and stays the same over every attempt. */
export type Letter = { messageId: string; to: string; subject: string; text: string; language: 'az' | 'en' | 'ru' };

/** The mail server (RFC 5321). `rejected` means a permanent refusal (5xx): a bounce. */
export interface Mail {
  send(letter: Letter): Promise<{ kind: 'accepted' } | PartyFailure>;
}

/** Where documents lie: opaque (encrypted) bytes under an id. `put` of the same id and bytes is harmless. */
export interface FileStore {
  put(id: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null where there are none. */
  get(id: string): Promise<Uint8Array | null>;
  remove(id: string): Promise<void>;
}

/** Who signs the installation's documents and checkpoints: ES256 (RFC 7515, 7518) over the exact bytes given. */
export interface Signer {
  readonly keyId: string;
  /** A JWS in compact serialization with `alg`, `kid` and `typ` in its header. */
  sign(payload: Uint8Array, typ: string): Promise<string>;
}
