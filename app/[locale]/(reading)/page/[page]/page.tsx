import { pageNumber } from '@/app/reading';
import { Newest, newestMetadata } from '../../newest';

interface Props {
  params: Promise<{ locale: string; page: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, page } = await params;
  return newestMetadata(locale, pageNumber(page));
}

/** `/page/2/` */
export default async function Page({ params }: Props) {
  const { locale, page } = await params;
  return <Newest locale={locale} page={pageNumber(page)} />;
}
