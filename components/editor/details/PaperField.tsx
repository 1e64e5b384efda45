'use client';

import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Button, call, isComposing, useI18n } from '@/components/desk';
import { Icon } from '@/components/ui';
import { identified } from '@/lib/papers/identifiers';
import type { FoundPapers, KnownPaper, PaperInput } from '@/lib/papers/types';
import { usePreview, type PreviewStore } from '../preview';
import { DroppedPaper } from './DroppedPaper';
import { moved } from './form';
import { PaperDialog } from './PaperDialog';
import { inputOf, lineOf, nameOfMention, newPaper, unadded } from './papers';

/** Milliseconds without a key after which papers are looked for. */
const PAUSE = 200;

/** What the editor knows of the text, for papers that it mentions. */
export interface PaperText {
  store: PreviewStore;
  /** The text as it stands. */
  read: () => string;
}

interface Props {
  /** Ids, in order. */
  value: string[];
  /** Papers that are known here, by id. */
  known: ReadonlyMap<string, KnownPaper>;
  /** A paper that was found, added or corrected. */
  onKnown: (paper: KnownPaper) => void;
  onChange: (ids: string[]) => void;
  text: PaperText;
  error: string | undefined;
}

/**
 * Papers in order: found among those of the blog by typing a part of the title or pasting an id or an address, or added
 * by a form. The input belongs to the browser, so that a composition of Hangul is never disturbed.
 */
export function PaperField({ value, known, onKnown, onChange, text, error }: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [dialog, setDialog] = useState<{ paper: PaperInput; of: KnownPaper | null } | null>(null);
  const [dropped, setDropped] = useState<KnownPaper | null>(null);
  const titleOf = (paperId: string) => known.get(paperId)?.title ?? paperId;

  const add = (paper: KnownPaper) => {
    onKnown(paper);
    if (input.current) input.current.value = '';
    if (value.includes(paper.id)) {
      setSaid(t('paperField.already', { title: paper.title }));
      return;
    }
    onChange([...value, paper.id]);
    setSaid(t('paperField.added', { title: paper.title }));
  };
  /** Adds what an id or address means, where this blog knows it; otherwise asks for the rest. */
  const addMeant = async (typed: string) => {
    const answer = await call<FoundPapers>(i18n, 'GET', `/api/papers/?q=${encodeURIComponent(typed)}`);
    if (!answer.ok) setSaid(answer.message);
    else if (answer.value.identified && answer.value.papers[0]) add(answer.value.papers[0]);
    else setDialog({ paper: newPaper(typed), of: null });
  };
  const move = (paperId: string, by: -1 | 1) => {
    const index = value.indexOf(paperId);
    if (index + by < 0 || index + by >= value.length) return;
    flushSync(() => {
      onChange(moved(value, index, by));
      setSaid(t('paperField.moved', { title: titleOf(paperId), position: index + by + 1 }));
    });
    // The browser takes the focus from what is moved in the document.
    list.current?.querySelector<HTMLElement>(`[data-move="${CSS.escape(paperId)} ${by}"]`)?.focus();
  };

  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <label className="field-label" id={`${id}-label`} htmlFor={`${id}-input`}>
        {t('details.papers')}
      </label>
      <ol className="author-list paper-list" ref={list}>
        {value.map((paperId, index) => (
          <li key={paperId}>
            <span className="paper-name">
              {titleOf(paperId)}
              <small>{lineOf(known.get(paperId), i18n)}</small>
            </span>
            {(value.length < 2 ? [] : ([-1, 1] as const)).map((by) => (
              <button
                key={by}
                type="button"
                className="button button-quiet icon-button"
                data-move={`${paperId} ${by}`}
                aria-disabled={index + by < 0 || index + by >= value.length || undefined}
                aria-label={t(by < 0 ? 'paperField.up' : 'paperField.down', { title: titleOf(paperId) })}
                onClick={() => move(paperId, by)}
              >
                <Icon name={by < 0 ? 'arrowUp' : 'arrowDown'} />
              </button>
            ))}
            {known.get(paperId)?.mayChange ? (
              <button
                type="button"
                className="button button-quiet icon-button"
                aria-label={t('paperField.change', { title: titleOf(paperId) })}
                onClick={() => {
                  const of = known.get(paperId);
                  if (of) setDialog({ paper: inputOf(of), of });
                }}
              >
                <Icon name="paneSource" />
              </button>
            ) : null}
            <button
              type="button"
              className="button button-quiet icon-button"
              aria-label={t('paperField.remove', { title: titleOf(paperId) })}
              onClick={() => {
                onChange(value.filter((other) => other !== paperId));
                const paper = known.get(paperId);
                setDropped(paper?.mayChange && paper.posts === 0 ? paper : null);
                setSaid(t('paperField.removed', { title: titleOf(paperId) }));
                input.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ol>
      <PaperInputBox
        id={`${id}-input`}
        ref={input}
        error={error}
        onPick={add}
        onMeant={(typed) => void addMeant(typed)}
        onNew={(typed) => setDialog({ paper: newPaper(typed), of: null })}
      />
      {dropped && !value.includes(dropped.id) ? (
        <DroppedPaper
          key={dropped.id}
          paper={dropped}
          onRemoved={() => {
            setDropped(null);
            setSaid(t('paperField.erased', { title: dropped.title }));
            input.current?.focus();
          }}
        />
      ) : null}
      <Mentions
        text={text}
        papers={value.flatMap((paperId) => known.get(paperId) ?? [])}
        onAdd={(typed) => void addMeant(typed)}
      />
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {dialog ? (
        <PaperDialog
          paper={dialog.paper}
          of={dialog.of}
          onDone={(paper) => {
            setDialog(null);
            if (dialog.of) onKnown(paper);
            else add(paper);
          }}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

/** The input and what was found for what is typed in it. */
function PaperInputBox({
  id,
  ref,
  error,
  onPick,
  onMeant,
  onNew,
}: {
  id: string;
  ref: React.RefObject<HTMLInputElement | null>;
  error: string | undefined;
  onPick: (paper: KnownPaper) => void;
  /** Enter on an id or an address for which nothing is chosen. */
  onMeant: (typed: string) => void;
  onNew: (typed: string) => void;
}) {
  const i18n = useI18n();
  const { t, format } = i18n;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ of: string; papers: KnownPaper[] }>({ of: '', papers: [] });
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const words = typed.trim();

  useEffect(() => {
    if (words === '') return;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      void call<FoundPapers>(i18n, 'GET', `/api/papers/?q=${encodeURIComponent(words)}`, undefined, {
        signal: asked.signal,
      }).then((answer) => {
        if (!asked.signal.aborted) setFound({ of: words, papers: answer.ok ? answer.value.papers : [] });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [i18n, words]);

  const isAnswered = words !== '' && found.of === words;
  const papers = isAnswered ? found.papers : [];
  const options = [...papers, ...(isAnswered ? [null] : [])];
  const isListed = isOpen && options.length > 0;
  const done = () => {
    setTyped('');
    setOpen(false);
    setActive(-1);
  };
  const pick = (option: KnownPaper | null) => {
    const text = words;
    done();
    if (option) onPick(option);
    else onNew(text);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = options.length;
      if (count > 0) setActive(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active];
      if (option !== undefined) pick(option);
      else if (words !== '') {
        if (identified(words)) {
          onMeant(words);
          done();
        } else setOpen(true);
      }
    } else if (event.key === 'Escape' && isListed) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
    }
  };

  return (
    <>
      <input
        ref={ref}
        id={id}
        className="control"
        data-place="papers"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-activedescendant={isListed && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={error ? true : undefined}
        maxLength={2_000}
        onChange={({ target }) => {
          setTyped(target.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        // What is typed stays.
        onBlur={() => setOpen(false)}
        onFocus={() => setOpen(true)}
      />
      <ul
        className="tag-options"
        role="listbox"
        id={`${id}-list`}
        aria-label={t('details.papers')}
        hidden={!isListed}
      >
        {options.map((paper, index) => (
          <li
            key={paper?.id ?? ''}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(paper);
            }}
          >
            {paper ? (
              <span className="paper-name">
                {paper.title}
                <small>{lineOf(paper, i18n)}</small>
                {paper.reviews.length > 0 ? (
                  <small>
                    {t('paperField.reviewed', {
                      names: format.list([...new Set(paper.reviews.flatMap(({ authors }) => authors))]),
                      count: paper.posts,
                    })}
                  </small>
                ) : null}
              </span>
            ) : (
              t('paperField.new', { typed: words.length > 60 ? `${words.slice(0, 60)}…` : words })
            )}
          </li>
        ))}
      </ul>
      <p className="field-hint" id={`${id}-hint`}>
        {t('paperField.hint')}
      </p>
      <p className="field-error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </>
  );
}

/** Papers that the text gives an arXiv id or a DOI of, and that the post does not have yet. */
function Mentions({
  text: { store, read },
  papers,
  onAdd,
}: {
  text: PaperText;
  papers: KnownPaper[];
  onAdd: (typed: string) => void;
}) {
  const { t } = useI18n();
  // The text is read when it has been rendered, which is when it has come to rest.
  const state = usePreview(store);
  const source = useMemo(() => ({ state, text: read() }), [state, read]).text;
  const mentions = useMemo(() => unadded(source, papers), [source, papers]);
  if (mentions.length === 0) return null;
  return (
    <div className="paper-mentions">
      <p className="field-hint">{t('paperField.mentioned')}</p>
      <ul>
        {mentions.map((mention) => (
          <li key={nameOfMention(mention)}>
            <Button tone="quiet" onClick={() => onAdd(nameOfMention(mention))}>
              <Icon name="plus" />
              {nameOfMention(mention)}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
