import type { Metadata } from 'next';
import { cache } from 'react';
import { reading } from '@/app/reading';
import { Gone, NotFound, SiteShell } from '@/components/reading';
import { currentAddress, noteGone } from '@/lib/cache';
import { splitLocale } from '@/lib/i18n';
import { formerAddress, listEnd, meantBy, wordsOfAddress } from '@/lib/posts';

interface Props {
  params: Promise<{ locale: string }>;
}

/** The address that was asked for, decoded, without language prefix, and whether a post that is no longer public had it. */
const asked = cache(async () => {
  const { path } = splitLocale(decodeURIComponent(currentAddress() ?? '/'));
  return { path, isGone: (await formerAddress(path)) === 'gone' };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { site, i18n } = await reading((await params).locale);
  const title = (await asked()).isGone ? i18n.t('failures.goneTitle') : i18n.t('notFound.title');
  return { title: `${title} · ${site.name}`, robots: { index: false } };
}

/** What the server answers with wherever there is no page; it has the status 404, or 410 where there was one. */
export default async function Page({ params }: Props) {
  const { locale } = await params;
  const { site, i18n } = await reading(locale);
  const { path, isGone } = await asked();
  if (isGone) noteGone();
  const [near, end] = await Promise.all([meantBy(path, locale), listEnd(path, locale)]);
  const Failure = isGone ? Gone : NotFound;
  return (
    <SiteShell site={site} i18n={i18n} path="/">
      <Failure
        question={end ? '' : wordsOfAddress(path)}
        suggestions={near.posts}
        similar={near.similar}
        end={end}
        i18n={i18n}
      />
    </SiteShell>
  );
}
