'use client';

import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { call, useI18n } from '@/components/desk';
import { Icon } from '@/components/ui';
import type { FoundPapers, KnownPaper, PaperInput } from '@/lib/papers/types';
import { DroppedPaper } from './DroppedPaper';
import { moved } from './form';
import { PaperDialog } from './PaperDialog';
import { PaperInputBox } from './PaperInputBox';
import { PaperMentions, type PaperText } from './PaperMentions';
import { inputOf, lineOf, newPaper } from './papers';

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
      <PaperMentions
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
