import { type Answer, type Content, type Description, METHODS, type Operation, type Schema } from './description.ts';
import { type Field, fieldsOf } from './fieldsOf.ts';

/** An operation as its page shows it. */
export type OperationView = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  who: readonly string[];
  parameters: Field[];
  sent: { type: string; fields: Field[] } | null;
  answers: { status: string; about: string; type: string; fields: Field[] }[];
};

/** The operations of an area, in the order of the description; none where there is no such area. */
export function readArea(description: Description, area: string): OperationView[] {
  return Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation?.tags?.includes(area) === true ? [viewOf(description, method, path, operation)] : [];
    }),
  );
}

function viewOf(description: Description, method: string, path: string, operation: Operation): OperationView {
  const body = operation.requestBody?.content;
  const [sent] = Object.entries(body ?? {});
  return {
    id: operation.operationId ?? '',
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    who: operation['x-who'] ?? [],
    parameters: fieldsOf(asSchema(operation), description),
    sent: sent === undefined ? null : { type: sent[0], fields: fieldsOf(sent[1].schema, description) },
    answers: Object.entries(operation.responses ?? {}).map(([status, answer]) => {
      const { description: about = '', content = {} } = whole(description, answer);
      return { status, about, ...contentOf(content, description) };
    }),
  };
}

/** Parameters as the fields of one object, each named with where it stands. */
function asSchema({ parameters = [] }: Operation): Schema {
  const named = parameters.map(({ name = '', in: where = '', schema = {}, description }) => [
    `${name} (${where})`,
    { ...schema, ...(description !== undefined && { description }) },
  ]);
  const must = parameters.filter(({ required }) => required === true);
  return {
    properties: Object.fromEntries(named) as Record<string, Schema>,
    required: must.map(({ name = '', in: where = '' }) => `${name} (${where})`),
  };
}

function whole({ components }: Description, answer: Answer): Answer {
  return answer.$ref === undefined ? answer : (components?.responses?.[answer.$ref.split('/').at(-1) ?? ''] ?? answer);
}

/** Every refusal has the same fields, which the first page names once. */
function contentOf(content: Content, description: Description): { type: string; fields: Field[] } {
  const type = Object.keys(content).join(', ');
  const { schema } = content['application/json'] ?? {};
  return { type, fields: fieldsOf(schema, description) };
}
