import { pageNumber } from '@/app/reading';
import { Month, monthMetadata, type MonthParams } from '../../month';

interface Props {
  params: Promise<MonthParams & { page: string }>;
}

export async function generateMetadata({ params }: Props) {
  const { page, ...month } = await params;
  return monthMetadata(month, pageNumber(page));
}

/** `/<category>/<YYYY-MM>/page/2/` */
export default async function Page({ params }: Props) {
  const { page, ...month } = await params;
  return <Month {...month} page={pageNumber(page)} />;
}
