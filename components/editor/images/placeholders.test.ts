import { ChangeSet, EditorState } from '@codemirror/state';
import { describe, expect, test } from 'vitest';
import {
  fillChanges,
  insertion,
  nameInAlt,
  placeholderFor,
  placeholdersIn,
  removalChanges,
} from './placeholders';

const apply = (text: string, changes: ReturnType<typeof fillChanges>) => {
  const state = EditorState.create({ doc: text });
  return ChangeSet.of(changes, text.length).apply(state.doc).toString();
};

describe('a placeholder', () => {
  test('tells its name in either language, whatever the name holds', () => {
    const korean = placeholderFor('abcd1234', '그림 [1] $x$.png', 'ko');
    expect(korean).toBe('![업로드 중: 그림  1   x .png…](upload:abcd1234)');
    const [found] = placeholdersIn(`글\n\n${korean}`);
    expect(found).toMatchObject({ key: 'abcd1234', from: 3 });
    expect(nameInAlt(found?.alt ?? '')).toBe('그림  1   x .png');
    expect(nameInAlt('Uploading: a.png…')).toBe('a.png');
    expect(nameInAlt('모형의 구조')).toBeNull();
  });

  test('gives way to its picture, wherever it is by now', () => {
    const place = placeholderFor('abcd1234', 'a.png', 'ko');
    expect(apply(`앞 ${place} 뒤`, fillChanges(`앞 ${place} 뒤`, 'abcd1234', '/media/x.png'))).toBe(
      '앞 ![](/media/x.png) 뒤',
    );
  });

  test('keeps the words that somebody wrote meanwhile', () => {
    const text =
      '![모형의 구조](upload:abcd1234) <img src="upload:abcd1234" width="50%"> ![t](upload:abcd1234 "캡션")';
    expect(apply(text, fillChanges(text, 'abcd1234', '/media/x.png'))).toBe(
      '![모형의 구조](/media/x.png) <img src="/media/x.png" width="50%"> ![t](/media/x.png "캡션")',
    );
  });

  test('is not taken for another', () => {
    const text = '![a](upload:abcd12345) upload:abcd12345';
    expect(fillChanges(text, 'abcd1234', '/media/x.png')).toEqual([]);
  });

  test('goes with the lines that were there for it alone', () => {
    const place = placeholderFor('abcd1234', 'a.png', 'en');
    expect(apply(`a\n\n${place}\n\nb`, removalChanges(`a\n\n${place}\n\nb`, 'abcd1234'))).toBe('a\n\nb');
    expect(apply(`a ${place} b`, removalChanges(`a ${place} b`, 'abcd1234'))).toBe('a  b');
  });
});

describe('pictures are put', () => {
  const put = (text: string, images: string[]) => {
    const pos = text.indexOf('|');
    const state = EditorState.create({ doc: text.replace('|', '') });
    const { spec, starts } = insertion(state, pos, images);
    const after = state.update(spec).state;
    const whole = after.doc.toString();
    expect(starts.map((at, index) => whole.slice(at, at + (images[index]?.length ?? 0)))).toEqual(images);
    const { head } = after.selection.main;
    return `${whole.slice(0, head)}|${whole.slice(head)}`;
  };

  test.each([
    ['|', ['![a](x)'], '![a](x)|'],
    ['글\n\n|\n\n글', ['![a](x)'], '글\n\n![a](x)|\n\n글'],
    ['글\n|\n글', ['![a](x)'], '글\n\n![a](x)|\n\n글'],
    ['글\n  |', ['![a](x)', '![b](y)'], '글\n\n![a](x)\n\n![b](y)|'],
    ['글 | 글', ['![a](x)', '![b](y)'], '글 ![a](x) ![b](y)| 글'],
    ['- 항목 |', ['![a](x)'], '- 항목 ![a](x)|'],
  ])('%j', (before, images, after) => {
    expect(put(before, images)).toBe(after);
  });
});
