/** A schema of the description (JSON Schema 2020-12), as far as the pages read one. */
export type Schema = {
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  pattern?: string;
  description?: string;
  const?: unknown;
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  additionalProperties?: boolean | Schema;
};

/** What is sent or comes back, by media type. */
export type Content = Readonly<Record<string, { schema?: Schema }>>;

/** An answer, or the name of one. */
export type Answer = { $ref?: string; description?: string; content?: Content };

/** One thing a program may ask. */
export type Operation = {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: readonly string[];
  parameters?: readonly { name?: string; in?: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: { $ref?: string; required?: boolean; content?: Content };
  responses?: Readonly<Record<string, Answer>>;
  'x-who'?: readonly string[];
};

/** The methods there are. */
export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
type Method = (typeof METHODS)[number];

/** The description of the API (OpenAPI 3.1), as far as the pages read it. */
export type Description = {
  info: { version: string };
  tags?: readonly { name: string; description?: string }[];
  paths?: Readonly<Record<string, { [M in Method]?: Operation }>>;
  components?: { schemas?: Readonly<Record<string, Schema>>; responses?: Readonly<Record<string, Answer>> };
};
