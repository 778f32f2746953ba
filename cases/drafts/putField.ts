/** Sets or takes out a value at a path; a part that holds nothing any more is taken out with it. */
export function putField(
  target: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length > 0) {
    const part = { ...(target[name] as Record<string, unknown> | undefined) };
    putField(part, rest, value);
    if (Object.keys(part).length === 0) delete target[name];
    else target[name] = part;
  } else if (value === undefined) delete target[name];
  else target[name] = value;
}
