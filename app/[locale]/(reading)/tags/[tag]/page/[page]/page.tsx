import { pageNumber, parameter } from '@/app/reading';
import { Tag, tagMetadata } from '../../tag';

interface Props {
  params: Promise<{ locale: string; tag: string; page: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, tag, page } = await params;
  return tagMetadata(locale, parameter(tag), pageNumber(page));
}

/** `/tags/<tag>/page/2/` */
export default async function Page({ params }: Props) {
  const { locale, tag, page } = await params;
  return <Tag locale={locale} slug={parameter(tag)} page={pageNumber(page)} />;
}
