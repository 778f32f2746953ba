import type { Role } from '../../law/officials.ts';
import type { World } from './world.ts';

/** Who asks, as rows name him: `anyone`, a role, a role at its place (`mission-officer@berlin`), or one person. */
export type Whom = string;

/** What somebody who is let in gets: a status, or a status and where it leads (`303 /case`). */
export type Gets = number | `${number} ${string}`;

/** What is sent with a POST: the fields of a form, or a JSON body. */
export type Sent = Readonly<Record<string, unknown>>;

/** What is sent, where it takes something of the world, or names the one who sends it. A field `once` is the request's key. */
export type Send = (world: World, caller: { name: string }) => Sent;

/** One address of a route: what its names stand for, and whom it lets in; everybody else is kept out. */
export type Address = {
  what: string;
  at: (world: World, caller: { name: string }) => Readonly<Record<string, string>>;
  lets: Readonly<Record<Whom, Gets>>;
  send?: Send;
  /** The query, without its question mark. */
  query?: string;
};

/**
 * One route, and who may do what by it. To add a route: put a row into the file of its area under `rows/` (a new file
 * goes into `rows.ts`), with what the entitled get. What is sent must change nothing and yet be answered otherwise than
 * to one kept out: a refused deed (422, 409), never a 404. Unknown and malformed names are tried by the engine itself.
 */
export type Row = {
  /** As the route table has it: `GET /reviewer/files/:number`, `POST /api/v1/cases/:number/identity`. */
  route: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} ${string}`;
  /** Who has anything to do there; it must be what the route table says. */
  who: 'anyone' | 'draft' | 'applicant' | readonly Role[];
  /** Whether it asks for a fresh sign-in; the engine tries those who signed in too long ago. */
  fresh?: true;
  send?: Send;
  query?: string;
  /** What those of `who` get of what is not there, where that is not 404: a list without anything in it. */
  none?: 200;
  /** Of a path without names: what those of `who` get. */
  gets?: Gets | Readonly<Record<Whom, Gets>>;
  /** What stands in the answer for those named alone, among all who are let in: a list shows each his own. */
  only?: readonly { text: (world: World) => string; to: readonly Whom[] }[];
  /** Of a path with names: each kind of thing they may stand for. */
  addresses?: readonly Address[];
};
