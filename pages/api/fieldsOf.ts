import type { Description, Schema } from './description.ts';

/** One field of what is sent or comes back: its name with the names around it, what it may be, whether it must be there. */
export type Field = { name: string; type: string; must: boolean; about: string };

const DEEPEST = 6;
/** More values than these are counted, not named: a page is read, not searched for a country. */
const MOST_VALUES = 8;

/** The fields of a schema, those inside others after them, references followed. */
export function fieldsOf(schema: Schema | undefined, { components }: Description): Field[] {
  const resolved = (one: Schema): Schema => {
    const found = one.$ref === undefined ? undefined : components?.schemas?.[one.$ref.split('/').at(-1) ?? ''];
    return found === undefined ? one : { ...found, ...(one.description !== undefined && one) };
  };
  const inside = (of: Schema, prefix: string, depth: number): Field[] => {
    const one = resolved(of);
    if (depth > DEEPEST) return [];
    const choices = one.anyOf ?? one.oneOf;
    if (choices !== undefined) return once(choices.flatMap((choice) => inside(choice, prefix, depth)));
    if (one.items !== undefined) return inside(one.items, `${prefix}[]`, depth);
    return Object.entries(one.properties ?? {}).flatMap(([name, value]) => {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const own = resolved(value);
      const must = one.required?.includes(name) === true;
      const field = { name: path, type: typeOf(value, resolved), must, about: own.description ?? '' };
      return [field, ...inside(value, path, depth + 1)];
    });
  };
  return schema === undefined ? [] : inside(schema, '', 0);
}

/** What a value may be, in the words of JSON Schema. */
function typeOf(of: Schema, resolved: (one: Schema) => Schema): string {
  const one = resolved(of);
  const choices = one.anyOf ?? one.oneOf;
  if (choices !== undefined) return [...new Set(choices.map((choice) => typeOf(choice, resolved)))].join(' | ');
  if (one.const !== undefined) return JSON.stringify(one.const);
  if (one.enum !== undefined)
    return one.enum.length > MOST_VALUES
      ? `${one.enum.slice(0, MOST_VALUES).map(String).join(' | ')} … (${one.enum.length})`
      : one.enum.map(String).join(' | ');
  if (one.items !== undefined) return `${typeOf(one.items, resolved)}[]`;
  const types = [one.type ?? 'object'].flat().join(' | ');
  return one.format === undefined ? types : `${types} (${one.format})`;
}

/** Of fields that several choices have, the first. */
function once(fields: readonly Field[]): Field[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}
