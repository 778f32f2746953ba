import type { DocumentKind, PictureFound, ReasonCode } from '../law/signature-issuance/documents.ts';
import type { ClauseId } from '../law/clauses.ts';
import type { Agency } from '../law/signature-issuance/agencies.ts';
import type { ItemKind } from '../law/signature-issuance/custody.ts';
import type { Centre, Party } from '../law/signature-issuance/parties.ts';

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
  /** Has the entry of a virtual FIN marked as cancelled (R1598/2.13); a repeat of `messageId` is harmless. */
  cancelVirtualFin(query: {
    messageId: string;
    caseNumber: string;
    fin: string;
  }): Promise<{ kind: 'cancelled' } | PartyFailure>;
}

/**
 * An application as it goes to its Centre (R1598/2.8-route): `contract` is the draft the Centre is to sign (PDF), and
 * `sentAt` the legal instant (ISO). `messageId` stays the same over every attempt of one round.
 */
export type CentreApplication = {
  centre: Centre;
  messageId: string;
  caseNumber: string;
  round: number;
  sentAt: string;
  virtualFin: string;
  application: Record<string, unknown>;
  documents: DocumentReference[];
  contract: Uint8Array;
};

/** The certification services centres (R1598/2.9). What they answer comes later, as a new request at our listener. */
export interface CertificationCentres {
  sendApplication(sent: CentreApplication): Promise<{ kind: 'acknowledged' } | PartyFailure>;
  /** Word that a case has ended and that no certificate of it may be in force. */
  tellToStop(stop: {
    centre: Centre;
    messageId: string;
    caseNumber: string;
    why: 'withdrawn' | 'mismatch' | 'lapsed';
  }): Promise<{ kind: 'acknowledged' } | PartyFailure>;
}

/** What a contract with a Centre is drawn from (R1598/2.9); `registeredAt` is when the application was registered (legal, ISO): no later
 * date stands in it, so that drawn again it is the same; `birthDate` is an ISO day. */
export type ContractFacts = {
  nature: 'production' | 'rehearsal';
  caseNumber: string;
  centre: Centre;
  registeredAt: string;
  use: 'personal' | 'business';
  holder: { name: string; birthDate: string; document: string };
  legalPerson?: { name: string; registration: string };
  virtualFin: string;
};

/** Who draws the contracts: PDF bytes, the same for the same facts. */
export interface Contracts {
  draw(facts: ContractFacts): Promise<Uint8Array>;
}

/**
 * The act of one hand-over (R1598/2.10, 2.15-2.18) from the stored rows: instants ISO; officials by their subject ids.
 * Until the taker answers, `answeredAt` and `answeredBy` are null; `paperNumber` is that of the paper an applicant signed.
 */
export type ActFacts = {
  nature: 'production' | 'rehearsal';
  number: string;
  caseNumber: string;
  clause: ClauseId;
  giver: Party;
  taker: Party;
  /** `reported`: the giver found a difference in his own hands, and nothing was to change hands. */
  state: 'offered' | 'taken' | 'difference' | 'reported' | 'recalled';
  offeredAt: string;
  offeredBy: string;
  answeredAt: string | null;
  answeredBy: string | null;
  paperNumber: string | null;
  items: readonly {
    kind: ItemKind;
    serial: string;
    copy: number;
    found: 'as-listed' | 'missing' | 'damaged' | 'wrong-number' | null;
    foundSerial: string | null;
  }[];
};

/** Who draws the acts of hand-overs: PDF bytes, the same for the same facts. */
export interface Acts {
  draw(facts: ActFacts): Promise<Uint8Array>;
}

/** How a text message stands with its provider: `sent` is on its way, `failed` will never arrive. */
export type TextStatus = 'sent' | 'delivered' | 'failed';

/** The provider of text messages (Twilio's REST API). `to` is an E.164 number. */
export interface TextMessages {
  send(message: { to: string; body: string }): Promise<{ kind: 'taken'; providerId: string } | PartyFailure>;
  /** Asks the provider's list for a message of that text to that number since an instant (ISO, machine time). */
  find(message: {
    to: string;
    body: string;
    since: string;
  }): Promise<{ kind: 'found'; providerId: string; status: TextStatus } | { kind: 'none' } | PartyFailure>;
  statusOf(providerId: string): Promise<{ kind: 'known'; status: TextStatus } | { kind: 'none' } | PartyFailure>;
}

/** A text message as its provider's own list has it: the text by its SHA-256 (hex), the instant ISO, machine time. */
export type ListedMessage = { providerId: string; bodySha256: string; status: TextStatus; at: string };

/** The provider's own list of what it was given. */
export interface TextMessageList {
  since(instant: string): Promise<{ kind: 'listed'; messages: readonly ListedMessage[] } | PartyFailure>;
}

/** What runs the procedures' workflows. `id` is a workflow's id; instants are ISO, machine time. */
export interface Engine {
  /** The workflows of procedures that are open, as the engine's index lists them, which may be some seconds behind. */
  openWorkflows(): AsyncIterable<{ id: string; startedAt: string }>;
  /** How the newest workflow of that id stands at this moment; `none` where the engine never knew it. */
  statusOf(id: string): Promise<{ kind: 'open' } | { kind: 'ended' } | { kind: 'none' }>;
}

/**
 * The provider's later word on a message, read at our own door: `doneAt` (ISO) is when the network says it was done. What
 * is not signed by the provider is `forged`.
 */
export type TextStatusWord =
  | { kind: 'status'; providerId: string; status: TextStatus; doneAt: string | null }
  | { kind: 'forged' }
  | { kind: 'unreadable' };

/** Reads such a word from the fields of its form and the signature in its header. */
export type ReceiveTextStatus = (raw: {
  signature: string | undefined;
  fields: Readonly<Record<string, string>>;
}) => TextStatusWord;

/** One e-mail; `messageId` is the Message-ID header's local part and stays the same over every attempt. */
export type Letter = {
  messageId: string;
  to: string;
  subject: string;
  text: string;
  language: 'az' | 'en' | 'ru';
  /** An appointment for the reader's calendar (RFC 5545). */
  calendar?: { method: 'REQUEST' | 'CANCEL'; ics: string };
};

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
  /** The share of the store's space that is free, from 0 to 1. */
  freeShare(): Promise<number>;
}

/** Who signs the installation's documents and checkpoints: ES256 (RFC 7515, 7518) over the exact bytes given. */
export interface Signer {
  readonly keyId: string;
  /** A JWS in compact serialization with `alg`, `kid` and `typ` in its header. */
  sign(payload: Uint8Array, typ: string): Promise<string>;
}

/** How an uploaded file is judged by its content and made safe: pictures re-encoded, metadata dropped, hashed. */
export type TakeIn = (
  kind: DocumentKind,
  bytes: Uint8Array,
) => Promise<
  | {
      kind: 'taken';
      bytes: Uint8Array;
      mediaType: string;
      sha256: string;
      storedSha256: string;
      width?: number;
      height?: number;
    }
  | { kind: 'refused'; reason: ReasonCode; clause: ClauseId; measures?: PictureFound }
>;

/** Where a sign-in goes, and what must come back with it; kept in the session meanwhile (OpenID Connect, RFC 7636). */
export type SignInStart = { url: string; state: string; nonce: string; codeVerifier: string };

/** The officials' sign-in: code flow with PKCE at the single sign-on. Instants are epoch seconds, machine time. */
export interface SignIn {
  /** The provider's origin: where a browser is sent. */
  readonly origin: string;
  /** With `fresh` the provider must ask the person anew (step-up). */
  start(how: {
    fresh: boolean;
    language: 'az' | 'en' | 'ru';
  }): Promise<{ kind: 'started'; start: SignInStart } | PartyFailure>;
  /** Reads the answer that came to our own address; `refused` where the provider or the person said no, or it is not ours. */
  finish(
    callbackUrl: string,
    start: SignInStart,
  ): Promise<{ kind: 'signed-in'; claims: unknown; authenticatedAt: number } | { kind: 'refused' } | PartyFailure>;
  /** Where the provider ends its own session of this person; null where it has no such place. */
  endUrl(returnTo: string): Promise<string | null>;
  /** Whether the provider answers at this moment. */
  isUp(): Promise<boolean>;
}
