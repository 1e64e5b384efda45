import { redirect } from 'next/navigation';
import { desk } from '@/app/desk';
import { found } from '@/app/found';
import { translationAt } from '@/lib/writing';

/** Leads from a page that readers see to its editor. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { member } = await desk();
  const { path, language } = await searchParams;
  redirect(`/write/${await found(translationAt(member, String(path ?? ''), String(language ?? '')))}/`);
}
