import { parameter } from '@/app/reading';
import { Paper, paperMetadata } from './paper';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, id } = await params;
  return paperMetadata(locale, parameter(id), 1);
}

/** `/papers/<id>/` */
export default async function Page({ params }: Props) {
  const { locale, id } = await params;
  return <Paper locale={locale} id={parameter(id)} page={1} />;
}
