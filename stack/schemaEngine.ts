import type { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

type EngineModule = { __wbg_set_wasm(exports: WebAssembly.Exports): void; SchemaEngine: typeof SchemaEngine };

/**
 * Prisma's schema engine as WebAssembly over a connection of ours, handed to `work` and freed after it. No native
 * engine is downloaded.
 */
export async function withSchemaEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const { SchemaEngine } = await load();
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('connect', callCharText);
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, factory);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

/** The package's own entry wants a bundler, so the bytes are loaded by hand. */
async function load(): Promise<EngineModule> {
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const glue = (await import(name)) as EngineModule;
  const bytes = await readFile(new URL('schema_engine_bg.wasm', import.meta.resolve(name)));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
}

/** The adapter knows no type "char" (OID 18), in which PostgreSQL's catalogue answers: it is read as text (25). */
function callCharText(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection: EventEmitter };
  connection.prependListener('rowDescription', ({ fields }: { fields: { dataTypeID: number }[] }) => {
    for (const field of fields) if (field.dataTypeID === 18) field.dataTypeID = 25;
  });
}
