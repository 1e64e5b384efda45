import { Papers, papersMetadata } from './papers';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props) {
  return papersMetadata((await params).locale, 1);
}

/** `/papers/` */
export default async function Page({ params }: Props) {
  return <Papers locale={(await params).locale} page={1} />;
}
