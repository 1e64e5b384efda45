import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditView } from '@/lib/audit/views';
import { i18nFor, languages } from '@/lib/i18n';
import { around, SENTENCES, sentenceOf } from './auditSentences';

const ROOT = join(import.meta.dirname, '../..');

/** Every act that the code records: strings like `post.move` in the value of an `action:`, or handed to `record…(`. */
function recordedActs(): Set<string> {
  const acts = new Set<string>();
  for (const folder of ['lib', 'scripts', 'app']) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!/\.tsx?$/.test(file) || /\.test\.|[/\\]generated[/\\]|testing/.test(file)) continue;
      const source = readFileSync(file, 'utf8');
      if (!/\b(?:record|note\w*)\(|AuditEntry/.test(source)) continue;
      for (const [, value = ''] of source.matchAll(/\b(?:action:|record\w+\([^';]*)\s*([^,;}]+)/g))
        for (const [, act = ''] of value.matchAll(/'([a-z]+\.[a-z-]+)'/g)) acts.add(act);
    }
  }
  return acts;
}

const entry = (action: string, detail: AuditView['detail'] = {}): AuditView => ({
  id: '1',
  at: new Date('2026-01-01'),
  actor: null,
  action,
  subject: { type: 'post', id: '1', name: '확산 모델', href: null },
  detail,
});

describe('the log', () => {
  test('finds acts in the code', () => {
    expect([...recordedActs()]).toEqual(
      expect.arrayContaining([
        'post.create',
        'translation.publish',
        'translation.correct',
        'settings.change',
      ]),
    );
  });

  test('has a sentence for every act that is recorded, and none for others', () => {
    expect(Object.keys(SENTENCES).sort()).toEqual([...recordedActs()].sort());
  });

  test.each(languages)('has sentences in %s that can be made from an entry without facts', (language) => {
    const i18n = i18nFor(language, 'Asia/Seoul');
    for (const action of Object.keys(SENTENCES)) expect(sentenceOf(entry(action), i18n)).not.toBe('');
  });

  test('tells what it does not know by its name', () => {
    expect(sentenceOf(entry('post.unheard'), i18nFor('en', 'UTC'))).toContain('post.unheard');
  });

  test('names settings and roles as the forms do', () => {
    const ko = i18nFor('ko', 'Asia/Seoul');
    expect(sentenceOf(entry('settings.change', { changed: 'menu, feedItems' }), ko)).toContain(
      ko.t('admin.sectionMenu'),
    );
  });
});

test('a sentence is cut around the name in quotes, and only there', () => {
  expect(around('모델 ‘모델’을 옮겼습니다.', '모델')).toEqual(['모델 ‘', '’을 옮겼습니다.']);
  expect(around('Moved “Model”.', 'Model')).toEqual(['Moved “', '”.']);
  expect(around('Changed settings.', 'Model')).toBeNull();
});
