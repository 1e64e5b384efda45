import { parameter } from '@/app/reading';
import { Tag, tagMetadata } from './tag';

interface Props {
  params: Promise<{ locale: string; tag: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, tag } = await params;
  return tagMetadata(locale, parameter(tag), 1);
}

/** `/tags/<tag>/` */
export default async function Page({ params }: Props) {
  const { locale, tag } = await params;
  return <Tag locale={locale} slug={parameter(tag)} page={1} />;
}
