import canonicalize from 'canonicalize';

/**
 * The one text of a JSON value (RFC 8785): members in code-unit order, no white space, numbers as ECMAScript writes
 * them. Throws for what JSON cannot hold (undefined, NaN, a lone surrogate, a cycle).
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/** The value of a text that is canonical as it stands (RFC 8785), wrapped; null for every other text. */
export function readCanonical(text: string): { value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return canonicalText(value) === text ? { value } : null;
  } catch {
    return null;
  }
}
