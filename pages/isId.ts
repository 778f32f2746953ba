const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text may be an id as we give them (UUID); anything else must not reach the database. */
export function isId(text: string): boolean {
  return ID.test(text);
}
