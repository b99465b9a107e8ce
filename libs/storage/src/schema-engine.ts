import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

export type SchemaEngine = bindings.SchemaEngine;

const wasmPath = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace(/\.js$/, '.wasm');

/** What we use of it; TypeScript keeps the real types in its library for browsers. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(
    module: object,
    imports: object,
  ): Promise<{ readonly exports: { readonly __wbindgen_start: () => void } }>;
};

let loaded: Promise<void> | undefined;

/**
 * Prisma's own schema engine as WebAssembly: what `prisma migrate` runs, without the native program
 * that its command line would download. The package promises no stability, so it is pinned with
 * Prisma and nothing but this file and `migrations.ts` knows it.
 */
export async function openSchemaEngine(
  database: SqlMigrationAwareDriverAdapterFactory,
  schema: { readonly path: string; readonly content: string },
): Promise<SchemaEngine> {
  loaded ??= load();
  await loaded;
  return bindings.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(database),
  );
}

/** The package's own entry imports a .wasm file, which Node cannot. */
async function load(): Promise<void> {
  const module = await WebAssembly.compile(readFileSync(wasmPath));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}
