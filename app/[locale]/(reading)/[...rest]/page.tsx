import { parameter } from '@/app/reading';
import { redirectFormer } from '../former';

/** Every address that has no page of its own; one of them may have been a post's once. */
export default async function Page({ params }: { params: Promise<{ locale: string; rest: string[] }> }) {
  const { locale, rest } = await params;
  return redirectFormer(`/${rest.map(parameter).join('/')}/`, locale);
}
