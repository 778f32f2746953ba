import type { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, type SqlQueryable } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

type Exports = Record<string, () => void>;
type EngineModule = { __wbg_set_wasm(exports: Exports): void; SchemaEngine: typeof SchemaEngine };

/** What is used here of two globals: one that the type library without a browser lacks, one that the engine calls. */
type Globals = {
  WebAssembly: { instantiate(bytes: Buffer, imports: object): Promise<{ instance: { exports: Exports } }> };
  PRISMA_WASM_PANIC_REGISTRY: { set_message(message: string): void };
};

/**
 * Prisma's schema engine as WebAssembly over a connection of ours, handed to `work` and freed after it. No native
 * engine is downloaded.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('connect', markCharacters);
  const adapter = new PrismaPg(pool);
  const connect = adapter.connect.bind(adapter);
  adapter.connect = async () => readCharacters(await connect());
  const factory = bindMigrationAwareSqlAdapterFactory(adapter);
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** The glue code holds one instance for the whole process. */
let loaded: Promise<EngineModule> | undefined;

/** The package's own entry wants a bundler, so the bytes are loaded by hand. */
async function load(): Promise<EngineModule> {
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const glue = (await import(name)) as EngineModule;
  const bytes = await readFile(new URL('schema_engine_bg.wasm', import.meta.resolve(name)));
  const globals = globalThis as unknown as Globals;
  globals.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };
  const { instance } = await globals.WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports['__wbindgen_start']?.();
  return glue;
}

const CHAR = 18;
const UUID = 2950;

/**
 * PostgreSQL's catalogue answers in the type "char", which the adapter does not know and the engine wants as a
 * character. The catalogue holds no uuid, so that type carries it through the adapter.
 */
function markCharacters(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection: EventEmitter };
  connection.prependListener('rowDescription', ({ fields }: { fields: { dataTypeID: number }[] }) => {
    for (const field of fields) if (field.dataTypeID === CHAR) field.dataTypeID = UUID;
  });
}

function readCharacters<A extends SqlQueryable>(adapter: A): A {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}
