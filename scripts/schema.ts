/**
 * For developers: `npm run db:generate` writes the PostgreSQL schema from
 * prisma/schema.prisma; `npm run db:migration -- NAME` writes a migration for
 * both engines from what changed since the last one.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationSql, postgresqlSchema } from '@/lib/db/schema-files';
import { startPostgres } from './lib/postgres';

const [task, name] = process.argv.slice(2);

const source = readFileSync('prisma/schema.prisma', 'utf8');
mkdirSync('prisma/postgresql', { recursive: true });
writeFileSync('prisma/postgresql/schema.prisma', postgresqlSchema(source));

if (task === 'migration') {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    console.error('usage: npm run db:migration -- name_in_snake_case');
    process.exit(2);
  }
  const server = await startPostgres();
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  for (const [engine, folder] of [
    ['sqlite', 'prisma'],
    ['postgresql', 'prisma/postgresql'],
  ] as const) {
    const migrations = join(folder, 'migrations');
    mkdirSync(migrations, { recursive: true });
    const last = readdirSync(migrations)
      .filter((entry) => /^\d/.test(entry))
      .sort()
      .at(-1);
    const before = last ? readFileSync(join(migrations, last, 'schema.prisma'), 'utf8') : null;
    const now = readFileSync(join(folder, 'schema.prisma'), 'utf8');
    const sql = await migrationSql(engine, before, now, server.url);
    if (sql === null) {
      console.error(`${engine}: nothing changed`);
      continue;
    }
    const target = join(migrations, `${stamp}_${name}`);
    mkdirSync(target);
    writeFileSync(join(target, 'migration.sql'), sql);
    writeFileSync(join(target, 'schema.prisma'), now);
    const lock = join(migrations, 'migration_lock.toml');
    if (!existsSync(lock)) writeFileSync(lock, `provider = "${engine}"\n`);
    console.log(target);
  }
  await server.stop();
}
