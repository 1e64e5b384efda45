import { desk } from '@/app/desk';
import { DeskShell } from '@/components/desk';

export default async function Page() {
  const { member, i18n, site } = await desk();
  return (
    <DeskShell site={site} i18n={i18n} member={member} section="posts">
      <h1>{i18n.t('desk.posts')}</h1>
    </DeskShell>
  );
}
