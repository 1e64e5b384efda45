import { defineConfig } from 'prisma/config';

// `prisma generate` insists on a schema engine binary although it never runs
// one. Pointing it at the running executable spares a download that fails
// behind a firewall; migrations use the engine's WebAssembly build instead.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

const postgresql = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '');

export default defineConfig({
  schema: postgresql ? 'prisma/postgresql/schema.prisma' : 'prisma/schema.prisma',
  migrations: { path: postgresql ? 'prisma/postgresql/migrations' : 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'file:./data/nonmun.db' },
});
