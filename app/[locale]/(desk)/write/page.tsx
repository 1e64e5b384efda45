import { desk } from '@/app/desk';
import { DeskShell } from '@/components/desk';
import { deskQuery, DeskLists, Needs, NewPost } from '@/components/desk/list';
import { deskFilters, deskList, needsMe } from '@/lib/writing';

/** What the member writes, and for editors what everyone writes. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { member, i18n, site } = await desk();
  const query = deskQuery(await searchParams);
  const now = new Date();
  const [list, filters, needs] = await Promise.all([
    deskList(member, query),
    deskFilters(member),
    needsMe(member, now),
  ]);
  return (
    <DeskShell site={site} i18n={i18n} member={member} section="posts">
      <title>{`${i18n.t('desk.posts')} · ${site.name}`}</title>
      <header className="desk-title">
        <h1>{i18n.t('desk.posts')}</h1>
        <NewPost languages={site.languages} preferred={member.language} />
      </header>
      <Needs needs={needs} now={now} i18n={i18n} />
      <DeskLists query={query} list={list} filters={filters} now={now} i18n={i18n} />
    </DeskShell>
  );
}
