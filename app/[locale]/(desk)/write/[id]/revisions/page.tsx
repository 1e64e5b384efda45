import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { desk } from '@/app/desk';
import { nonce } from '@/app/document';
import { parameter } from '@/app/reading';
import { DeskShell } from '@/components/desk';
import { Revisions } from '@/components/revisions';
import { AccessError } from '@/lib/access';
import { editorView, revisionList } from '@/lib/writing';

interface Props {
  params: Promise<{ id: string }>;
}

/** The text and its history; what one may not see is not there. */
async function load({ params }: Props) {
  const frame = await desk();
  const id = parameter((await params).id);
  try {
    const [view, revisions] = await Promise.all([
      editorView(frame.member, id),
      revisionList(frame.member, id),
    ]);
    return { ...frame, view, revisions };
  } catch (error) {
    if (error instanceof AccessError && error.reason === 'not-found') notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { i18n, view } = await load(props);
  return { title: `${i18n.t('revisions.title')}: ${view.draft.title || i18n.t('revisions.untitled')}` };
}

export default async function Page(props: Props) {
  const { member, i18n, site, view, revisions } = await load(props);
  const { t } = i18n;
  return (
    <DeskShell site={site} i18n={i18n} member={member} section={view.kind === 'page' ? 'pages' : 'posts'}>
      <div className="desk-title">
        <div>
          <h1>{t('revisions.title')}</h1>
          <p lang={view.language}>{view.draft.title || t('revisions.untitled')}</p>
        </div>
        <a className="button" href={`/write/${view.translationId}/`}>
          {t('revisions.backToText')}
        </a>
      </div>
      <Revisions
        translationId={view.translationId}
        revisions={revisions}
        language={view.language}
        nonce={(await nonce()) ?? ''}
        now={new Date().toISOString()}
      />
    </DeskShell>
  );
}
