'use client';

import { Dialog, useI18n } from '../../../desk';
import { actions, keysText, type ActionName } from '../commands/actions';
import { actionLabels } from './labels';

/** All keys of the editor, and what else one should know to write. */
export function HelpDialog({ isMac, onClose }: { isMac: boolean; onClose: () => void }) {
  const { t } = useI18n();
  const labels = actionLabels(t);
  const more: [keys: string, label: string][] = [
    [keysText('Mod-Shift-v', isMac), t('source.pastePlain')],
    ['Tab', t('source.tabHelp')],
    ['Enter', t('source.enterHelp')],
    ['Esc, Tab', t('source.leaveHelp')],
    [isMac ? '⌃Space' : 'Ctrl+Space', t('source.completeHelp')],
    ['$\\alpha$', t('source.formulaHelp')],
    [':smile:', t('source.emojiHelp')],
  ];
  return (
    <Dialog title={t('source.help')} onClose={onClose}>
      <div className="table-box">
        <table className="table keys">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('source.key')}</th>
              <th scope="col">{t('source.effect')}</th>
            </tr>
          </thead>
          <tbody>
            {(Object.keys(actions) as ActionName[]).map((name) => (
              <Row key={name} keys={keysText(actions[name].keys, isMac)} label={labels[name]} />
            ))}
            {more.map(([keys, label]) => (
              <Row key={keys} keys={keys} label={label} />
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

function Row({ keys, label }: { keys: string; label: string }) {
  return (
    <tr>
      <td>
        <kbd>{keys}</kbd>
      </td>
      <td>{label}</td>
    </tr>
  );
}
