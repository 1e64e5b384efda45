import { pageNumber } from '@/app/reading';
import { Papers, papersMetadata } from '../../papers';

interface Props {
  params: Promise<{ locale: string; page: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, page } = await params;
  return papersMetadata(locale, pageNumber(page));
}

/** `/papers/page/2/` */
export default async function Page({ params }: Props) {
  const { locale, page } = await params;
  return <Papers locale={locale} page={pageNumber(page)} />;
}
