'use client';

import type { EditorView } from '@codemirror/view';
import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useI18n } from '../../desk';
import { Icon, type IconName } from '../../ui';
import { actions, ariaKeys, keysText, type ActionName } from './commands/actions';
import { calloutKinds, insertCallout } from './commands/blocks';
import { alignColumn, deleteColumn, deleteRow, insertTable, tidyTable } from './commands/tables';
import { whenSettled } from './settle';
import { HelpDialog } from './toolbar/HelpDialog';
import { actionLabels } from './toolbar/labels';
import { ToolMenu, type MenuItem } from './toolbar/Menu';
import { toolAttributes, useRovingFocus, type ToolFocus } from './toolbar/roving';
import { TableDialog } from './toolbar/TableDialog';
import { useFormats } from './toolbar/useFormats';
import type { Pane } from './types';

export interface ToolbarProps {
  /** Null until the editor is there. */
  view: EditorView | null;
  /** Chooses pictures. */
  onImage: () => void;
  pane: Pane;
  onPane: (pane: Pane) => void;
  isFullScreen: boolean;
  onFullScreen: (isFullScreen: boolean) => void;
}

type Run = (view: EditorView) => unknown;

/** Everything that can be done to the text, as buttons. */
export function Toolbar({ view, onImage, pane, onPane, isFullScreen, onFullScreen }: ToolbarProps) {
  const { t } = useI18n();
  const formats = useFormats(view);
  const isMac = useIsMac();
  const [dialog, setDialog] = useState<'table' | 'help' | null>(null);
  const { focus, handlers } = useRovingFocus('undo');
  const labels = actionLabels(t);

  const perform = (run: Run): void => {
    if (!view) return;
    whenSettled(view, () => {
      // The search panel takes the focus itself.
      if (run !== actions.find.run) view.focus();
      run(view);
    });
  };
  const tool = (name: ActionName, icon: IconName, isPressed?: boolean): ReactNode => (
    <Tool
      key={name}
      name={name}
      icon={icon}
      label={labels[name]}
      keys={actions[name].keys}
      isMac={isMac}
      focus={focus}
      view={view}
      isPressed={isPressed}
      onPress={() => perform(actions[name].run)}
    />
  );
  const item = (name: ActionName, isChecked?: boolean): MenuItem => ({
    label: labels[name],
    keys: keysText(actions[name].keys, isMac),
    isChecked,
    onChoose: () => perform(actions[name].run),
  });
  const calloutNames = {
    NOTE: t('source.calloutNote'),
    TIP: t('source.calloutTip'),
    IMPORTANT: t('source.calloutImportant'),
    WARNING: t('source.calloutWarning'),
    CAUTION: t('source.calloutCaution'),
  };

  return (
    <div className="editor-tools" role="toolbar" aria-label={t('source.toolbar')} {...handlers}>
      <Group>
        {tool('undo', 'undo')}
        {tool('redo', 'redo')}
      </Group>
      <Group>
        <ToolMenu
          name="heading"
          icon="heading"
          label={t('source.headings')}
          focus={focus}
          isPressed={formats.heading > 0}
          items={[
            item('text', formats.heading === 0),
            item('heading1', formats.heading === 1),
            item('heading2', formats.heading === 2),
            item('heading3', formats.heading === 3),
            item('heading4', formats.heading === 4),
          ]}
        />
        {tool('bold', 'bold', formats.bold)}
        {tool('italic', 'italic', formats.italic)}
        {tool('strikethrough', 'strikethrough', formats.strikethrough)}
        {tool('code', 'code', formats.code)}
      </Group>
      <Group>
        {tool('bulletList', 'listBullet', formats.list === 'bullet')}
        {tool('numberList', 'listNumber', formats.list === 'number')}
        {tool('taskList', 'listTask', formats.list === 'task')}
        {tool('quote', 'quote', formats.quote)}
        <ToolMenu
          name="callout"
          icon="callout"
          label={labels.callout}
          focus={focus}
          items={calloutKinds.map((kind) => ({
            label: calloutNames[kind],
            onChoose: () => perform(insertCallout(kind)),
          }))}
        />
      </Group>
      <Group>
        {tool('link', 'link', formats.link)}
        <Tool
          name="image"
          icon="image"
          label={t('source.image')}
          isMac={isMac}
          focus={focus}
          view={view}
          onPress={() => {
            if (view) whenSettled(view, onImage);
          }}
        />
        {formats.table ? (
          <ToolMenu
            name="table"
            icon="table"
            label={t('source.table')}
            focus={focus}
            isPressed
            items={[
              item('addRow'),
              item('addColumn'),
              { label: t('source.deleteRow'), onChoose: () => perform(deleteRow) },
              { label: t('source.deleteColumn'), onChoose: () => perform(deleteColumn) },
              { label: t('source.alignLeft'), onChoose: () => perform(alignColumn('left')) },
              { label: t('source.alignCenter'), onChoose: () => perform(alignColumn('center')) },
              { label: t('source.alignRight'), onChoose: () => perform(alignColumn('right')) },
              { label: t('source.tidyTable'), onChoose: () => perform(tidyTable) },
            ]}
          />
        ) : (
          <Tool
            name="table"
            icon="table"
            label={labels.table}
            keys={actions.table.keys}
            isMac={isMac}
            focus={focus}
            view={view}
            onPress={() => {
              if (view) whenSettled(view, () => setDialog('table'));
            }}
          />
        )}
        {tool('codeBlock', 'codeBlock')}
        {tool('formula', 'formula', formats.formula)}
        {tool('formulaBlock', 'formulaBlock')}
        {tool('footnote', 'footnote')}
        {tool('more', 'more')}
      </Group>
      <Group>
        {tool('find', 'search')}
        <Tool
          name="help"
          icon="help"
          label={t('source.help')}
          isMac={isMac}
          focus={focus}
          view={view}
          onPress={() => setDialog('help')}
        />
      </Group>
      <Group isLast>
        <PaneTools pane={pane} onPane={onPane} focus={focus} />
        <button
          {...toolAttributes('fullScreen', focus)}
          className="tool"
          aria-pressed={isFullScreen}
          aria-label={t('source.fullScreen')}
          title={t('source.fullScreen')}
          onClick={() => onFullScreen(!isFullScreen)}
        >
          <Icon name={isFullScreen ? 'shrink' : 'expand'} />
        </button>
      </Group>
      {dialog === 'table' && (
        <TableDialog
          onClose={() => setDialog(null)}
          onInsert={(columns, rows) => {
            setDialog(null);
            // When the dialog has given the focus back.
            requestAnimationFrame(() => perform(insertTable(columns, rows)));
          }}
        />
      )}
      {dialog === 'help' && <HelpDialog isMac={isMac} onClose={() => setDialog(null)} />}
    </div>
  );
}

function Group({ isLast = false, children }: { isLast?: boolean; children: ReactNode }) {
  return <div className={isLast ? 'tool-group tool-group-last' : 'tool-group'}>{children}</div>;
}

function PaneTools({ pane, onPane, focus }: Pick<ToolbarProps, 'pane' | 'onPane'> & { focus: ToolFocus }) {
  const { t } = useI18n();
  const panes: [Pane, IconName, string][] = [
    ['source', 'paneSource', t('source.paneSource')],
    ['both', 'paneBoth', t('source.paneBoth')],
    ['preview', 'panePreview', t('source.panePreview')],
  ];
  return panes.map(([name, icon, label]) => (
    <button
      key={name}
      {...toolAttributes(`pane-${name}`, focus)}
      className={`tool tool-pane-${name}`}
      aria-pressed={pane === name}
      aria-label={label}
      title={label}
      onClick={() => onPane(name)}
    >
      <Icon name={icon} />
    </button>
  ));
}

function Tool({
  name,
  icon,
  label,
  keys,
  isMac,
  focus,
  view,
  isPressed,
  onPress,
}: {
  name: string;
  icon: IconName;
  label: string;
  keys?: string;
  isMac: boolean;
  focus: ToolFocus;
  view: EditorView | null;
  isPressed?: boolean;
  onPress: () => void;
}) {
  return (
    <button
      {...toolAttributes(name, focus)}
      className="tool"
      aria-label={label}
      aria-pressed={isPressed}
      aria-keyshortcuts={keys && ariaKeys(keys, isMac)}
      title={keys ? `${label} (${keysText(keys, isMac)})` : label}
      onMouseDown={(event) => {
        // The focus, and a phone's keyboard, stay; a syllable that is being put together has to be ended first.
        if (view?.hasFocus && !view.composing && !view.compositionStarted) event.preventDefault();
      }}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Whether keys are named as Apple names them. Known in the browser only. */
function useIsMac(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
