import { pageNumber, parameter } from '@/app/reading';
import { Author, authorMetadata } from '../../author';

interface Props {
  params: Promise<{ locale: string; handle: string; page: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, handle, page } = await params;
  return authorMetadata(locale, parameter(handle), pageNumber(page));
}

/** `/authors/<handle>/page/2/` */
export default async function Page({ params }: Props) {
  const { locale, handle, page } = await params;
  return <Author locale={locale} handle={parameter(handle)} page={pageNumber(page)} />;
}
