const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text may be the id of a proposal or a run; anything else must not reach the database. */
export function isId(text: string): boolean {
  return ID.test(text);
}
