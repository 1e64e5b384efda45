import { notFound } from 'next/navigation';
import { desk, type Desk } from '@/app/desk';
import { may, type Act } from '@/lib/access';

/** @returns the desk of whoever may do `act`; for everyone else there is no such page. */
export async function administration(act: Act): Promise<Desk> {
  const context = await desk();
  if (!may(context.member, act)) notFound();
  return context;
}
