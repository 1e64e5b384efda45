import type { Metadata } from 'next';
import { cache } from 'react';
import { desk } from '@/app/desk';
import { nonce } from '@/app/document';
import { found } from '@/app/found';
import { parameter } from '@/app/reading';
import { Editor } from '@/components/editor';
import { detailChoices, editorView } from '@/lib/writing';

interface Props {
  params: Promise<{ id: string }>;
}

const viewOf = cache(async (id: string) => found(editorView((await desk()).member, parameter(id))));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { i18n } = await desk();
  const { draft } = await viewOf((await params).id);
  return { title: draft.title || i18n.t('editor.untitled') };
}

/** The editor of a text in one language. */
export default async function Page({ params }: Props) {
  const { member, site } = await desk();
  const [view, choices] = await Promise.all([viewOf((await params).id), detailChoices(member)]);
  return (
    <Editor
      view={view}
      choices={choices}
      site={{ origin: site.origin, timeZone: site.timeZone }}
      memberId={member.memberId}
      nonce={(await nonce()) ?? ''}
    />
  );
}
