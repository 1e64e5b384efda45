import { notFound } from 'next/navigation';
import { AccessError } from '@/lib/access';

/** @returns what was asked for; the not-found page for what is not there or may not be seen, which look the same. */
export async function found<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AccessError && error.reason === 'not-found') notFound();
    throw error;
  }
}
