import type { Request, Response } from 'express';
import type { Official, Role } from '../law/officials.ts';
import type { Language } from '../law/languages.ts';
import type { Repeatable } from '../cases/record/idempotency.ts';
import type { Actor } from '../cases/record/record.ts';
import type { PagesNeeds } from './needs.ts';

/** One mistake of a form: the field it stands beside (the summary links to it), and the sentence. */
export type FormError = { field: string; text: string };

/** One uploaded file, held in memory; absent where the field was left empty. */
export type UploadedFile = { field: string; name: string; bytes: Uint8Array };

/** What a page is handed: who asks, in which language, what was typed, and the words of its area. */
export type Visit = {
  request: Request;
  response: Response;
  needs: PagesNeeds;
  language: Language;
  /** The path's `:names`, already decoded. */
  params: Readonly<Record<string, string>>;
  /**
   * The query's and the form's fields, strings alone; where a field came several times, `lists` has them all. A form
   * that had to wait for a fresh sign-in, or was to be read in another language, is here again when its page is asked
   * for: show `form` in the fields. A page's template that sets `typedForm` to its form's id offers the second.
   */
  query: Readonly<Record<string, string>>;
  form: Readonly<Record<string, string>>;
  lists: Readonly<Record<string, readonly string[]>>;
  files: readonly UploadedFile[];
  /** The field whose file was larger than any may be; nothing of it was read. */
  tooLarge: string | null;
  /** A sentence of the area (or of every page), its gaps filled; an unknown key throws. */
  t: (key: string, fill?: Readonly<Record<string, string | number>>) => string;
  /** A path of this site in the reader's language: `/reviewer` becomes `/az/reviewer`. */
  to: (path: string) => string;
  /** Says a sentence at the top of the next page, once: that it is done, or what is to be known under its own heading. */
  tellNext: (text: string, heading?: string) => void;
  /** Signs an applicant in to one case: a new session, which holds nothing of the one before. */
  signInApplicant: (caseNumber: string) => Promise<void>;
  /** Opens a draft in this browser: a new session, which holds nothing of the one before. */
  openDraft: (draftId: string) => Promise<void>;
  /** Takes the draft out of this browser's session. */
  closeDraft: () => void;
  /** Ends the session of this browser. */
  signOut: () => Promise<void>;
  /** This request as one that may be repeated: the form's hidden `once` is its key. */
  once: (route: string, body: unknown) => Repeatable;
};

/** A visit by a signed-in official. */
export type OfficialVisit = Visit & { official: Official; actor: Actor };

/** A visit by an applicant who showed his tracking code and a one-time code. */
export type ApplicantVisit = Visit & { caseNumber: string };

/** A visit by whoever holds the return code of a draft. */
export type DraftVisit = Visit & { draftId: string };

/** What a page answers. */
export type Reply =
  | {
      kind: 'view';
      /** The template, from the folder of pages: `reviewer/queue/view.njk`. */
      view: string;
      /** The title, also the heading of the browser's window. */
      title: string;
      data?: object;
      errors?: readonly FormError[];
      /** 200, or 422 where there are errors, unless said. */
      status?: number;
      /** Where one step back leads, with the reader's language. */
      back?: string;
    }
  /** 303: look there (a path of this site, with the reader's language: `visit.to(…)`). */
  | { kind: 'see'; path: string }
  /** Nothing such, or another's: always the same answer. */
  | { kind: 'not-found' }
  | { kind: 'file'; type: string; name: string; bytes: Uint8Array; inline?: boolean };

type Handler<V> = (visit: V) => Promise<Reply> | Reply;

type Of<V> = {
  /** Without the language: `/reviewer/files/:number`. */
  path: string;
  get?: Handler<V>;
  post?: Handler<V>;
  /** The folder whose words it speaks, where that is not the path's first word. */
  words?: string;
  /** How many files the form brings at most (multipart/form-data); each is held in memory. */
  files?: number;
  /** A fresh sign-in is asked for before the page is shown and before its form is taken (step-up). */
  fresh?: true;
};

/** A page for everybody. */
export type OpenPage = Of<Visit> & { who: 'anyone' };

/** A page of a draft, for whoever holds its return code. */
export type DraftPage = Of<DraftVisit> & { who: 'draft' };

/** A page of a case, for its applicant. */
export type ApplicantPage = Of<ApplicantVisit> & { who: 'applicant' };

/** A page for officials of the roles named. */
export type OfficialPage = Of<OfficialVisit> & { who: readonly [Role, ...Role[]] };

/** A page: its path, who may see it, and what it does. Who is not named is answered as if there were no such page. */
export type Page = OpenPage | DraftPage | ApplicantPage | OfficialPage;
