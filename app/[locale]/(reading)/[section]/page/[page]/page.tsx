import type { Metadata } from 'next';
import { pageNumber, parameter, reading } from '@/app/reading';
import { categoryBySlug } from '@/lib/posts';
import { redirectFormer } from '../../../former';
import { Category, categoryMetadata } from '../../category';

interface Props {
  params: Promise<{ locale: string; section: string; page: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, section, page } = await params;
  const category = await categoryBySlug(parameter(section), locale);
  return category ? categoryMetadata(await reading(locale), category, pageNumber(page)) : {};
}

/** `/<category>/page/2/` */
export default async function Page({ params }: Props) {
  const { locale, section, page } = await params;
  const slug = parameter(section);
  const category = await categoryBySlug(slug, locale);
  if (!category) return redirectFormer(`/${slug}/page/${pageNumber(page)}/`, locale);
  return <Category locale={locale} category={category} page={pageNumber(page)} />;
}
