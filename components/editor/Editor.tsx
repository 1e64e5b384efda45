'use client';

import type { EditorView as SourceView } from '@codemirror/view';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DetailChoices, EditorView, PostDetails } from '@/lib/writing/types';
import { Button, call, useI18n } from '../desk';
import { hrefOf, Icon } from '../ui';
import {
  DetailsPanel,
  FrontMatterOffer,
  PublishDialog,
  type CheckPlace,
  type DetailsHandle,
  type SiteFacts,
  type TextFacts,
} from './details';
import { createImageUploads, EditorImages } from './images';
import {
  createPreviewStore,
  describeProblem,
  Preview,
  ProblemCount,
  ProblemsPanel,
  usePreview,
} from './preview';
import { draftKeeping, SavedState, SavingNotices, useDraftKeeper, useKeptField } from './saving';
import { DrawerButton, Side } from './Side';
import { Outline, SourceEditor, StatusLine, Toolbar } from './source';
import { TitleField } from './TitleField';
import { useFullScreen } from './useFullScreen';
import { usePane, WIDE } from './usePane';

export interface EditorProps {
  view: EditorView;
  choices: DetailChoices;
  site: SiteFacts;
  memberId: string;
  /** Of the page's content policy. */
  nonce: string;
}

/** What lies over the text at the side, one at a time. */
type Drawer = 'details' | 'outline' | 'problems' | null;

/** The desk's window for one text: its source beside what readers will see, and everything around it. */
export function Editor({ view: initialView, choices, site, memberId, nonce }: EditorProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const [view, setView] = useState(initialView);
  const [details, setDetails] = useState(initialView.details);
  const [path, setPath] = useState(initialView.path);
  const [source, setSource] = useState<SourceView | null>(null);
  const { pane, setPane } = usePane();
  const [isFullScreen, setFullScreen] = useFullScreen();
  const [drawer, setDrawer] = useState<Drawer>(null);
  const [isPublishing, setPublishing] = useState(false);
  const [frontMatter, setFrontMatter] = useState<string | null>(null);
  const [earlier, setEarlier] = useState<Date | null>(null);
  const [offered, setOffered] = useState<Partial<PostDetails> | null>(null);
  const [message, setMessage] = useState('');

  const { translationId, language } = view;
  const keeper = useDraftKeeper({ translationId, memberId, initial: view.draft, i18n, call });
  const [store] = useState(() =>
    createPreviewStore({ i18n, translationId, options: previewOptions(initialView, site, initialView.path) }),
  );
  useEffect(() => store.setOptions(previewOptions(view, site, path)), [store, view, site, path]);
  const [images] = useState(() => createImageUploads({ i18n, onImage: store.noteImage }));
  useEffect(() => () => images.destroy(), [images]);
  const extensions = useMemo(
    () => [draftKeeping(keeper), store.extension, images.extension],
    [keeper, store, images],
  );
  const [title, setTitle] = useState(view.draft.title);
  const [summary, setSummary] = useState(view.draft.summary);
  const titleField = useKeptField<HTMLTextAreaElement>(keeper, 'title', setTitle);
  const summaryField = useKeptField<HTMLTextAreaElement>(keeper, 'summary', setSummary);

  const text = useMemo(
    () => ({ store, read: () => source?.state.doc.toString() ?? initialView.draft.source }),
    [store, source, initialView],
  );
  const form = useRef<DetailsHandle>(null);
  const save = useCallback(async () => {
    if ((await form.current?.settle()) === false) return null;
    const settled = await keeper.settle();
    return settled.isSaved ? settled.version : null;
  }, [keeper]);

  const refresh = useCallback(async () => {
    const answer = await call<EditorView>(i18n, 'GET', `/api/translations/${translationId}/`);
    if (!answer.ok) {
      setMessage(answer.message);
      return;
    }
    const fresh = reviveDates(answer.value);
    setView(fresh);
    setDetails(fresh.details);
    setPath(fresh.path);
  }, [i18n, translationId]);

  const jump = (place: CheckPlace): void => {
    setPublishing(false);
    if (typeof place === 'object') {
      if (pane === 'preview') setPane('source');
      store.jumpTo(place.line);
    } else if (place === 'text') {
      if (pane === 'preview') setPane('source');
      source?.focus();
    } else if (place === 'title') titleField.ref.current?.focus();
    else {
      // The drawer has to be there, and to have taken the focus, before anything in it can have it.
      flushSync(() => setDrawer('details'));
      document.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
    }
  };

  /** Lets the source be seen, whatever the width. */
  const uncover = (): void => {
    if (pane === 'preview') setPane('source');
    if (!matchMedia(WIDE).matches) setDrawer(null);
  };

  const toggle = (which: Exclude<Drawer, null>) => () => setDrawer(drawer === which ? null : which);

  return (
    <div className="editor" data-pane={pane} data-drawer={drawer ?? undefined}>
      <a className="skip-link" href="#nm-content">
        {t('editor.skip')}
      </a>
      <header className="editor-head">
        <a className="button button-quiet icon-button" href="/write/" aria-label={t('editor.back')}>
          <Icon name="arrowLeft" />
        </a>
        <h1 className="visually-hidden">{title || t('editor.untitled')}</h1>
        <TitleField field={titleField} language={language} />
        <div className="editor-state">
          <SavedState keeper={keeper} />
        </div>
        <div className="editor-actions">
          <DrawerButton
            label={t('editor.details')}
            isOpen={drawer === 'details'}
            onClick={toggle('details')}
          />
          <a className="button button-quiet" href={`/write/${translationId}/revisions/`}>
            {t('editor.revisions')}
          </a>
          <Button tone="primary" onClick={() => setPublishing(true)}>
            {view.isPublic ? t('editor.publishChanges') : t('editor.publish')}
          </Button>
        </div>
      </header>
      <main id="nm-content" className="editor-main" tabIndex={-1}>
        <Toolbar
          view={source}
          onImage={images.openPicker}
          pane={pane}
          onPane={setPane}
          isFullScreen={isFullScreen}
          onFullScreen={setFullScreen}
        />
        <SavingNotices keeper={keeper} nonce={nonce} lang={language} />
        {frontMatter !== null && (
          <FrontMatterOffer
            view={view}
            choices={choices}
            text={frontMatter}
            onTake={(taken) => {
              if (taken.title !== undefined) writeField(titleField.ref.current, taken.title);
              if (taken.summary !== undefined) writeField(summaryField.ref.current, taken.summary);
              if (taken.date !== undefined) setEarlier(taken.date);
              setOffered(taken.details);
              setDrawer('details');
              setFrontMatter(null);
            }}
            onLeave={() => {
              source?.dispatch({ changes: { from: 0, insert: `${frontMatter}\n\n` } });
              setFrontMatter(null);
            }}
          />
        )}
        <p className="editor-message" role="status">
          {message}
        </p>
        <div className="editor-panes">
          <div className="editor-source" hidden={pane === 'preview'}>
            <SourceEditor
              initial={view.draft.source}
              language={language}
              nonce={nonce}
              label={t('editor.sourceLabel')}
              placeholder={t('editor.placeholder')}
              extensions={extensions}
              hooks={{ onImages: images.takePasted, onFrontMatter: setFrontMatter, onMessage: setMessage }}
              onReady={setSource}
            />
          </div>
          <div className="editor-preview" hidden={pane === 'source'} {...images.dropTarget}>
            <Preview store={store} title={title} language={language} />
          </div>
          {/* Always there: the address follows the title, and what was filled in saves itself after the drawer is shut. */}
          <Side
            title={drawerTitle(t, 'details')}
            isOpen={drawer === 'details'}
            onClose={() => setDrawer(null)}
          >
            <DetailsPanel
              ref={form}
              view={view}
              choices={choices}
              site={site}
              title={title}
              text={text}
              summary={summary}
              summaryField={summaryField}
              onSaved={(saved, at) => {
                setDetails(saved);
                setPath(at);
              }}
              offered={offered}
            />
          </Side>
          {(drawer === 'outline' || drawer === 'problems') && (
            <Side title={drawerTitle(t, drawer)} onClose={() => setDrawer(null)}>
              {drawer === 'outline' && <Outline view={source} onJump={() => setDrawer(null)} />}
              {drawer === 'problems' && <ProblemsPanel store={store} onJump={uncover} />}
            </Side>
          )}
        </div>
      </main>
      <EditorImages uploads={images} />
      <Status view={source} store={store} drawer={drawer} onToggle={toggle} />
      {isPublishing && (
        <Publishing
          store={store}
          text={{ title, summary }}
          dialog={{ view, details, path, site, earlier, save, onJump: jump, onChanged: refresh }}
          onClose={() => setPublishing(false)}
        />
      )}
    </div>
  );
}

type Store = ReturnType<typeof createPreviewStore>;

function previewOptions(view: EditorView, site: SiteFacts, path: string) {
  return { language: view.language, macros: view.macros, origin: site.origin, path: hrefOf(path) };
}

/** Dates of JSON are text. */
function reviveDates(view: EditorView): EditorView {
  const date = (value: Date | null): Date | null => (value === null ? null : new Date(value));
  return {
    ...view,
    draft: { ...view.draft, savedAt: new Date(view.draft.savedAt) },
    published: view.published && { ...view.published, at: new Date(view.published.at) },
    details: { ...view.details, publishedAt: date(view.details.publishedAt) },
    review: { ...view.review, requestedAt: date(view.review.requestedAt) },
    schedule: view.schedule && { ...view.schedule, at: new Date(view.schedule.at) },
  };
}

/** As if it had been typed, so that the field's own listeners hear of it. */
function writeField(control: HTMLTextAreaElement | null, text: string): void {
  if (!control) return;
  control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

const drawerTitle = (t: ReturnType<typeof useI18n>['t'], drawer: Exclude<Drawer, null>): string =>
  ({ details: t('editor.details'), outline: t('editor.outline'), problems: t('editor.problems') })[drawer];

/** The line at the foot; apart, because it is drawn anew with each result of the preview. */
function Status({
  view,
  store,
  drawer,
  onToggle,
}: {
  view: SourceView | null;
  store: Store;
  drawer: Drawer;
  onToggle: (which: Exclude<Drawer, null>) => () => void;
}) {
  const { t } = useI18n();
  const { words, minutes, status } = usePreview(store);
  return (
    <footer className="editor-foot">
      <StatusLine view={view} counts={status === 'waiting' ? null : { words, minutes }}>
        <Button tone="quiet" aria-expanded={drawer === 'outline'} onClick={onToggle('outline')}>
          {t('editor.outline')}
        </Button>
        <ProblemCount store={store} isOpen={drawer === 'problems'} onToggle={onToggle('problems')} />
      </StatusLine>
    </footer>
  );
}

/** The dialog with what the preview knows of the text at this moment. */
function Publishing({
  store,
  text,
  dialog,
  onClose,
}: {
  store: Store;
  text: Pick<TextFacts, 'title' | 'summary'>;
  dialog: Omit<React.ComponentProps<typeof PublishDialog>, 'text' | 'onClose'>;
  onClose: () => void;
}) {
  const i18n = useI18n();
  const { words, problems } = usePreview(store);
  return (
    <PublishDialog
      {...dialog}
      text={{
        ...text,
        words,
        problems: problems.map((problem) => ({ ...problem, detail: describeProblem(problem, i18n) })),
      }}
      onClose={onClose}
    />
  );
}
