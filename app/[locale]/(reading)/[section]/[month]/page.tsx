import { Month, monthMetadata, type MonthParams } from './month';

interface Props {
  params: Promise<MonthParams>;
}

export async function generateMetadata({ params }: Props) {
  return monthMetadata(await params, 1);
}

/** `/<category>/<YYYY-MM>/` */
export default async function Page({ params }: Props) {
  return <Month {...await params} page={1} />;
}
