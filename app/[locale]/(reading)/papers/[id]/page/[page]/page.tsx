import { pageNumber, parameter } from '@/app/reading';
import { Paper, paperMetadata } from '../../paper';

interface Props {
  params: Promise<{ locale: string; id: string; page: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { locale, id, page } = await params;
  return paperMetadata(locale, parameter(id), pageNumber(page));
}

/** `/papers/<id>/page/2/` */
export default async function Page({ params }: Props) {
  const { locale, id, page } = await params;
  return <Paper locale={locale} id={parameter(id)} page={pageNumber(page)} />;
}
