import { describe, expect, it } from 'vitest';
import { readFolder, readSource } from './index';
import { filesIn, pixel } from './testing';

describe('readFolder', () => {
  it('reads Markdown with front matter and without', async () => {
    const folder = await filesIn({
      'about.md': '# 소개\n\n우리는',
      '2022-09-23-whisper.md': '# Whisper *를* 읽고\n\n![그림](img/그림.png) [다음](nlp/2022/next.md)',
      'img/그림.png': pixel,
      'nlp/2022/next.md': '---\ntitle: 다음\ndate: 2022-10-01\ncategories: [review]\n---\n본문',
      'nlp/draft.md': '---\ntitle: 초안\n---\n',
      '.obsidian/x.md': 'x',
      'notes.txt': 'x',
    });
    const { documents, notices, kind } = await readFolder(folder);
    expect(kind).toBe('folder');
    expect(
      documents.map(({ kind: is, path, title, draft, month }) => [is, path, title, draft, month]),
    ).toEqual([
      ['post', '/posts/2022-09/2022-09-23-whisper/', 'Whisper 를 읽고', false, '2022-09'],
      ['page', '/about/', '소개', false, null],
      ['post', '/nlp/2022-10/next/', '다음', false, '2022-10'],
      ['post', '/nlp/draft/', '초안', true, null],
    ]);
    expect(documents[0]).toMatchObject({
      source: 'folder:2022-09-23-whisper.md',
      body: '![그림](/img/그림.png) [다음](/nlp/2022-10/next/)',
      bodyLine: 3,
      guid: null,
      language: 'ko',
    });
    expect(documents[0]?.images[0]).toMatchObject({ address: '/img/그림.png', line: 3 });
    expect(documents[2]?.tags).toEqual([{ slug: 'review', name: 'review' }]);
    expect(notices.map(({ file, code }) => [file, code])).toEqual([['nlp/draft.md', 'date-missing']]);
  });

  it('sees languages in names', async () => {
    const folder = await filesIn({
      'ai/2022-09-23-x.ko.md': '# 글\n',
      'ai/2022-09-23-x.en.md': '# Post\n',
    });
    const { documents } = await readFolder(folder);
    expect(documents.map(({ language, path, translationKey }) => [language, path, translationKey])).toEqual([
      ['en', '/ai/2022-09/2022-09-23-x/', 'folder:/ai/2022-09-23-x'],
      ['ko', '/ai/2022-09/2022-09-23-x/', 'folder:/ai/2022-09-23-x'],
    ]);
  });

  it('refuses a folder without Markdown', async () => {
    await expect(readFolder(await filesIn({ 'a.txt': 'x' }))).rejects.toMatchObject({ code: 'source-empty' });
    await expect(readFolder('/nowhere')).rejects.toMatchObject({ code: 'source-missing' });
  });
});

describe('readSource', () => {
  it('tells sources apart', async () => {
    const hugo = await filesIn({ 'config.toml': '', 'content/a.md': '# a' });
    const plain = await filesIn({ 'a.md': '# a' });
    expect((await readSource(hugo)).kind).toBe('hugo');
    expect((await readSource(plain)).kind).toBe('folder');
    await expect(readSource(`${plain}/a.md`)).rejects.toMatchObject({ code: 'feed-not-a-feed' });
    await expect(readSource('/nowhere')).rejects.toMatchObject({ code: 'source-missing' });
    await expect(readSource('http://[::1')).rejects.toMatchObject({ code: 'fetch-address-invalid' });
  });
});
