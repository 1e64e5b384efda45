import { parameter } from '@/app/reading';
import { Author, authorMetadata } from './author';

interface Props {
  params: Promise<{ locale: string; handle: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, handle } = await params;
  return authorMetadata(locale, parameter(handle), 1);
}

/** `/authors/<handle>/` */
export default async function Page({ params }: Props) {
  const { locale, handle } = await params;
  return <Author locale={locale} handle={parameter(handle)} page={1} />;
}
