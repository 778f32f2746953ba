import type { ApiDocument } from '../../api/openapi/createDocument.ts';
import type { Caller, Known } from './ground.ts';

type Paths = NonNullable<ApiDocument['paths']>;
type Parameter = { name?: string; in?: string; schema?: object };
type Operation = { 'x-who'?: readonly string[]; parameters?: Parameter[] };

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** The clock moved by a fuzzer leaves every calendar behind: what moves it is called last of all, by itself. */
export const CLOCK = '/api/v1/clock';

/**
 * The description as one caller is to use it: what he is let through to (anonymous: everything), in whose paths, beside
 * any name of the right form, those of things that are there. `only` keeps one path alone.
 */
export function descriptionFor(
  document: ApiDocument,
  { who }: Caller,
  known: Known,
  only?: string,
): { document: ApiDocument; operations: number } {
  const paths: Paths = {};
  let operations = 0;
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    if (only === undefined ? path === CLOCK && who === 'operator' : path !== only) continue;
    for (const method of METHODS) {
      const operation = item[method] as Operation | undefined;
      if (operation === undefined || !isFor(operation, who)) continue;
      const named = operation.parameters?.map((one) => withNames(one, path, known));
      paths[path] = { ...paths[path], [method]: { ...operation, ...(named !== undefined && { parameters: named }) } };
      operations += 1;
    }
  }
  return { document: { ...document, paths }, operations };
}

function isFor({ 'x-who': mayAsk = [] }: Operation, who: string | null): boolean {
  return who === null || mayAsk.includes(who);
}

function withNames(parameter: Parameter, path: string, known: Known): Parameter {
  const { name = '', schema } = parameter;
  if (parameter.in !== 'path' || schema === undefined) return parameter;
  const before = path.split('/').at(path.split('/').indexOf(`{${name}}`) - 1) ?? '';
  const names = known.get(name) ?? known.get(before) ?? [];
  return names.length === 0 ? parameter : { ...parameter, schema: { anyOf: [{ enum: names }, schema] } };
}
