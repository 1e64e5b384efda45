import type { Translate } from '@/lib/i18n';
import type { ActionName } from '../commands/actions';

/** The name of each action, for buttons and for the list of keys. */
export function actionLabels(t: Translate): Readonly<Record<ActionName, string>> {
  return {
    undo: t('source.undo'),
    redo: t('source.redo'),
    text: t('source.text'),
    heading1: t('source.heading', { level: 1 }),
    heading2: t('source.heading', { level: 2 }),
    heading3: t('source.heading', { level: 3 }),
    heading4: t('source.heading', { level: 4 }),
    bold: t('source.bold'),
    italic: t('source.italic'),
    strikethrough: t('source.strikethrough'),
    code: t('source.code'),
    formula: t('source.formula'),
    formulaBlock: t('source.formulaBlock'),
    bulletList: t('source.bulletList'),
    numberList: t('source.numberList'),
    taskList: t('source.taskList'),
    quote: t('source.quote'),
    callout: t('source.callout'),
    link: t('source.link'),
    table: t('source.insertTable'),
    addRow: t('source.addRow'),
    addColumn: t('source.addColumn'),
    codeBlock: t('source.codeBlock'),
    footnote: t('source.footnote'),
    more: t('source.more'),
    find: t('source.findReplace'),
  };
}
