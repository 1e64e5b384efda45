'use client';

import { useRef, useState } from 'react';
import {
  Button,
  call,
  Dialog,
  FormFailure,
  TextAreaField,
  TextField,
  useAction,
  useI18n,
} from '@/components/desk';
import type { KnownPaper, PaperInput } from '@/lib/papers/types';
import { filledIn, inputOf, lineOf, paperOf } from './papers';

const FIELDS = ['title', 'authors', 'year', 'venue', 'arxivId', 'doi', 'url', 'abstract'];

/**
 * Adds a paper, or corrects one. The fields belong to the browser until they are sent, so that a composition of Hangul is
 * never disturbed; what is refused stays as it was typed.
 *
 * @param of the paper that is corrected; null for a new one.
 */
export function PaperDialog({
  paper,
  of,
  onDone,
  onClose,
}: {
  paper: PaperInput;
  of: KnownPaper | null;
  onDone: (paper: KnownPaper) => void;
  onClose: () => void;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const form = useRef<HTMLFormElement>(null);
  /** What the fields begin with; they are made anew where they are filled in from elsewhere. */
  const [filled, setFilled] = useState({ paper, turn: 0 });
  const [version, setVersion] = useState(of?.version ?? 0);
  const fill = (values: PaperInput) => setFilled(({ turn }) => ({ paper: values, turn: turn + 1 }));
  const typed = () => (form.current ? paperOf(new FormData(form.current)) : filled.paper);

  const { run, isRunning, failure, clear } = useAction(
    (input: PaperInput, isDistinct: boolean) =>
      of
        ? call<KnownPaper>(i18n, 'PUT', `/api/papers/${encodeURIComponent(of.id)}/`, { ...input, version })
        : call<KnownPaper>(i18n, 'POST', '/api/papers/', { ...input, isDistinct }),
    onDone,
  );
  const others = (failure?.details as { papers?: KnownPaper[] } | undefined)?.papers ?? [];
  const errorOf = (field: string) => (failure?.field === field ? failure.message : undefined);
  const values = filled.paper;

  return (
    // A key that closes the dialog is no key for what it lies over.
    <div onKeyDown={(event) => event.stopPropagation()}>
      <Dialog title={t(of ? 'paperForm.changeTitle' : 'paperForm.newTitle')} onClose={onClose} isWide>
        <form
          ref={form}
          noValidate
          className="paper-form"
          onSubmit={(event) => {
            event.preventDefault();
            void run(typed(), false);
          }}
        >
          {of && of.posts > 0 ? <p className="notice">{t('paperForm.seen', { count: of.posts })}</p> : null}
          {of ? null : <BibtexFiller onRead={(read) => fill(filledIn(typed(), read))} />}
          <div className="paper-fields" key={filled.turn}>
            <TextField
              label={t('paperForm.title')}
              name="title"
              defaultValue={values.title}
              error={errorOf('title')}
            />
            <TextAreaField
              label={t('paper.authors')}
              hint={t('paperForm.authorsHint')}
              name="authors"
              rows={3}
              defaultValue={values.authors.join('\n')}
              error={errorOf('authors')}
            />
            <div className="paper-pair">
              <TextField
                label={t('paper.year')}
                name="year"
                inputMode="numeric"
                defaultValue={values.year !== null && values.year > 0 ? String(values.year) : ''}
                error={errorOf('year')}
              />
              <TextField
                label={t('paper.venue')}
                hint={t('paperForm.venueHint')}
                name="venue"
                defaultValue={values.venue}
                error={errorOf('venue')}
              />
            </div>
            <div className="paper-pair">
              <TextField
                label={t('paperForm.arxiv')}
                name="arxivId"
                spellCheck={false}
                defaultValue={values.arxivId}
                error={errorOf('arxivId')}
              />
              <TextField
                label={t('paperForm.doi')}
                name="doi"
                spellCheck={false}
                defaultValue={values.doi}
                error={errorOf('doi')}
              />
            </div>
            <TextField
              label={t('paperForm.url')}
              hint={t('paperForm.urlHint')}
              name="url"
              inputMode="url"
              spellCheck={false}
              defaultValue={values.url}
              error={errorOf('url')}
            />
            <TextAreaField
              label={t('paper.abstract')}
              name="abstract"
              rows={5}
              defaultValue={values.abstract}
              error={errorOf('abstract')}
            />
          </div>
          <FormFailure failure={failure} fields={FIELDS} />
          {failure !== null && others.length > 0 ? (
            <Others
              papers={others}
              isConflict={failure.code === 'paper-conflict'}
              onUse={(other) => {
                if (failure.code !== 'paper-conflict') {
                  onDone(other);
                  return;
                }
                setVersion(other.version);
                fill(inputOf(other));
                clear();
              }}
              onKeep={
                failure.code === 'paper-similar'
                  ? () => void run(typed(), true)
                  : failure.code === 'paper-conflict'
                    ? () => {
                        setVersion(others[0]?.version ?? version);
                        clear();
                      }
                    : null
              }
              mayUse={of === null || failure.code === 'paper-conflict'}
            />
          ) : null}
          <div className="buttons">
            <Button tone="primary" type="submit" isBusy={isRunning}>
              {t(of ? 'paperForm.save' : 'paperForm.add')}
            </Button>
            <Button tone="quiet" onClick={onClose}>
              {t('paperForm.cancel')}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}

/** Papers that stand in the way, and the ways on. */
function Others({
  papers,
  isConflict,
  mayUse,
  onUse,
  onKeep,
}: {
  papers: KnownPaper[];
  isConflict: boolean;
  mayUse: boolean;
  onUse: (paper: KnownPaper) => void;
  onKeep: (() => void) | null;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <div className="notice notice-attention" role="alert">
      <ul className="paper-others">
        {papers.map((paper) => (
          <li key={paper.id}>
            <span className="paper-name">
              {paper.title}
              <small>{lineOf(paper, i18n)}</small>
            </span>
            {mayUse ? (
              <Button onClick={() => onUse(paper)}>
                {t(isConflict ? 'paperForm.takeTheirs' : 'paperForm.use')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {onKeep ? (
        <Button tone="quiet" onClick={onKeep}>
          {t(isConflict ? 'paperForm.keepMine' : 'paperForm.addAnyway')}
        </Button>
      ) : null}
    </div>
  );
}

/** Fills the form in from an entry of BibTeX; what is typed already stays. */
function BibtexFiller({ onRead }: { onRead: (paper: PaperInput) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const { run, isRunning, failure } = useAction(
    (text: string) => call<PaperInput>(i18n, 'POST', '/api/bibtex/', { text }),
    (read) => {
      onRead(read);
      setSaid(t('paperForm.filled'));
    },
  );
  return (
    <details className="paper-bibtex">
      <summary>{t('paperForm.bibtex')}</summary>
      <div className="field">
        <textarea
          ref={area}
          className="control"
          rows={5}
          spellCheck={false}
          aria-label={t('paperForm.bibtexLabel')}
          aria-invalid={failure ? true : undefined}
        />
        <p className="field-error" role="alert">
          {failure?.message}
        </p>
      </div>
      <Button isBusy={isRunning} onClick={() => void run(area.current?.value ?? '')}>
        {t('paperForm.fill')}
      </Button>
      <p className="field-hint" role="status">
        {said}
      </p>
    </details>
  );
}
