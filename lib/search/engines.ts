import { databaseEngine } from '@/lib/db';
import type { SearchEngine } from './engine';
import { postgresqlSearch } from './postgresql';
import { sqliteSearch } from './sqlite';

/** @returns the way in which the database that is open searches. */
export const engine = (): SearchEngine => (databaseEngine() === 'sqlite' ? sqliteSearch : postgresqlSearch);
