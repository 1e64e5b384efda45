'use client';

import { EditorView } from '@codemirror/view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Comparison, InlineDiff } from '../../revisions';
import { Button, Dialog, useI18n } from '../../desk';
import { merge, mergeField, proposal, type Choice, type Place } from './merge';
import { choose, placesOf, resultEditor } from './result-editor';
import { clean } from './text';
import type { Conflict, DraftText } from './types';

/**
 * Two texts that came from one, side by side, and what they are together: what only one side changed is taken, about
 * places that both changed the person decides, and the result can be edited. Closing it changes nothing.
 *
 * @param onResolve given what the person made of both.
 */
export function ConflictDialog({
  conflict,
  nonce,
  lang,
  onResolve,
  onClose,
}: {
  conflict: Conflict;
  /** Of the page's content policy, for the style sheets of CodeMirror. */
  nonce: string;
  /** Language of the text, BCP 47. */
  lang: string;
  onResolve: (result: DraftText) => void;
  onClose: () => void;
}) {
  const { t, format } = useI18n();
  const { kind, mine, theirs, savedAt, savedBy } = conflict;
  const view = useRef<EditorView>(null);
  const box = useRef<HTMLDivElement>(null);
  const stretches = useMemo(
    () => merge(clean(conflict.base.source), clean(mine.source), clean(theirs.source)),
    [conflict.base.source, mine.source, theirs.source],
  );
  const places = useMemo(() => placesOf(stretches), [stretches]);
  const [choices, setChoices] = useState<Choice[]>(() => places.map(proposal));
  const [fields, setFields] = useState(() => ({
    title: mergeField(conflict, 'title').result,
    summary: mergeField(conflict, 'summary').result,
  }));

  const label = t('saving.resultLabel');
  useEffect(() => {
    if (!box.current) return;
    const editor = resultEditor(box.current, stretches, [
      EditorView.cspNonce.of(nonce),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, lang }),
    ]);
    view.current = editor;
    return () => editor.destroy();
  }, [stretches, nonce, label, lang]);

  const labels = {
    mine: kind === 'server' ? t('saving.mine') : t('saving.here'),
    theirs: kind === 'server' ? t('saving.theirs') : t('saving.copy'),
  };

  return (
    <Dialog
      title={kind === 'server' ? t('saving.conflictTitle') : t('saving.copyTitle')}
      isWide
      onClose={onClose}
    >
      <div className="conflict">
        <p>
          {kind === 'copy'
            ? t('saving.copyIntroduction')
            : savedAt !== null && savedBy !== null
              ? t('saving.savedByAt', { name: savedBy, time: format.dateTime(savedAt) })
              : t('saving.conflictIntroduction')}{' '}
          {t('saving.nothingLost')}
        </p>
        <MergedField
          field="title"
          conflict={conflict}
          value={fields.title}
          labels={labels}
          onValue={setFields}
          lang={lang}
        />
        <MergedField
          field="summary"
          conflict={conflict}
          value={fields.summary}
          labels={labels}
          onValue={setFields}
          lang={lang}
        />
        <h3>{t('saving.sides')}</h3>
        <Comparison
          before={{ label: labels.theirs, text: theirs.source }}
          after={{ label: labels.mine, text: mine.source }}
          nonce={nonce}
          lang={lang}
        />
        <h3>{places.length === 0 ? t('saving.noPlaces') : t('saving.places', { count: places.length })}</h3>
        {places.map((place, index) => (
          <PlaceChoice
            key={index}
            place={place}
            number={index + 1}
            labels={labels}
            lang={lang}
            choice={choices[index] ?? proposal(place)}
            onChoice={(choice) => {
              setChoices(choices.map((it, at) => (at === index ? choice : it)));
              if (view.current) choose(view.current, index, place, choice);
            }}
          />
        ))}
        <h3>{label}</h3>
        <div className="conflict-result" ref={box} />
        <div className="buttons conflict-end">
          <Button
            tone="primary"
            onClick={() =>
              onResolve({ ...fields, source: view.current?.state.doc.toString() ?? mine.source })
            }
          >
            {t('saving.saveResult')}
          </Button>
          <Button onClick={() => onResolve(mine)}>{t('saving.takeSide', { side: labels.mine })}</Button>
          <Button onClick={() => onResolve(theirs)}>{t('saving.takeSide', { side: labels.theirs })}</Button>
          <Button tone="quiet" onClick={onClose}>
            {t('saving.later')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type Labels = Record<'mine' | 'theirs', string>;

/** Title or summary, where the sides differ. */
function MergedField({
  field,
  conflict,
  value,
  labels,
  onValue,
  lang,
}: {
  field: 'title' | 'summary';
  conflict: Conflict;
  value: string;
  labels: Labels;
  onValue: (
    change: (fields: { title: string; summary: string }) => { title: string; summary: string },
  ) => void;
  lang: string;
}) {
  const { t } = useI18n();
  const { mine, theirs } = mergeField(conflict, field);
  if (mine === theirs) return null;
  const name = field === 'title' ? t('saving.titleField') : t('saving.summaryField');
  const set = (text: string) => onValue((fields) => ({ ...fields, [field]: text }));
  return (
    <fieldset className="conflict-field">
      <legend>{name}</legend>
      <InlineDiff before={theirs} after={mine} lang={lang} />
      <input
        className="control"
        aria-label={name}
        lang={lang}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
      <div className="buttons">
        <Button aria-pressed={value === mine} onClick={() => set(mine)}>
          {labels.mine}
        </Button>
        <Button aria-pressed={value === theirs} onClick={() => set(theirs)}>
          {labels.theirs}
        </Button>
      </div>
    </fieldset>
  );
}

/** One place that both sides changed. */
function PlaceChoice({
  place,
  number,
  labels,
  lang,
  choice,
  onChoice,
}: {
  place: Place;
  number: number;
  labels: Labels;
  lang: string;
  choice: Choice;
  onChoice: (choice: Choice) => void;
}) {
  const { t } = useI18n();
  const options: { choice: Choice; label: string }[] = [
    ...(place.together === null ? [] : [{ choice: 'together' as const, label: t('saving.together') }]),
    { choice: 'mine', label: labels.mine },
    { choice: 'theirs', label: labels.theirs },
    { choice: 'both', label: t('saving.both') },
  ];
  return (
    <fieldset className="conflict-place">
      <legend>{t('saving.place', { number, line: place.mineLine })}</legend>
      <p className="conflict-diff" lang={lang}>
        <InlineDiff before={place.theirs} after={place.mine} />
      </p>
      <div className="conflict-choices">
        {options.map((option) => (
          <label key={option.choice}>
            <input
              type="radio"
              name={`place-${number}`}
              checked={choice === option.choice}
              onChange={() => onChoice(option.choice)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
