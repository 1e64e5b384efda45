import { Newest, newestMetadata } from './newest';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props) {
  return newestMetadata((await params).locale, 1);
}

/** `/` */
export default async function Page({ params }: Props) {
  return <Newest locale={(await params).locale} page={1} />;
}
