import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changesSince } from '@/lib/cache';
import { db } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { mediaAtAddress } from '@/lib/media';
import { authorList, feedPosts, formerAddress, postList, postPage, singlePage } from '@/lib/posts';
import { correct } from '@/lib/posts/testing';
import { siteView } from '@/lib/settings';
import { applyImport, readSource, type ImportReport, type Outcome } from '.';

useDatabase();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nonmun-import-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

const png = (width = 12) =>
  sharp({ create: { width, height: 8, channels: 3, background: '#247' } })
    .png()
    .toBuffer();

/** A small site in the shape of those that study groups have. */
async function site() {
  write(
    'config.toml',
    [
      'baseURL = "https://old.example/"',
      'title = "읽는 모임"',
      'languageCode = "zh-cn"',
      '[[params.nav.custom]]',
      'title = "Weekly AI"',
      'url = "/ai"',
      '[[params.nav.custom]]',
      'title = "Algorithm"',
      'url = "/algorithm"',
      '[[params.nav.custom]]',
      'title = "Help"',
      'url = "/help"',
    ].join('\n'),
  );
  write('content/home.md', '+++\ntitle = "안녕하세요"\n+++\n\n함께 읽고 정리합니다.\n');
  write(
    'content/ai/2022-09/220923-Speech Model.md',
    [
      '+++',
      'title = "음성 모델"',
      'date = "2022-09-23"',
      'tags = ["음성"]',
      'aliases = ["/old/speech/"]',
      '[profile]',
      'enable = true',
      'name = "김하나"',
      'github = "hana"',
      'avatar = "/img/hana.png"',
      '+++',
      '',
      '짧은 소개입니다.',
      '',
      '<!--more-->',
      '',
      '손실은 $\\alpha$ 입니다.',
      '',
      '![그림](/img/plot.png)',
      '',
      '![없음](/img/none.png)',
    ].join('\n'),
  );
  write(
    'content/ai/2022-10/221001-draft.md',
    '---\ntitle: 쓰는 중\ndate: 2022-10-01\ndraft: true\n---\n\n아직입니다.\n',
  );
  write('static/img/plot.png', await png(1000));
  write('static/img/hana.png', await png());
  write('static/img/unused.png', await png(30));
}

const bring = async (options = {}) =>
  applyImport(await readSource(folder), { fetchImages: false, ...options });
const outcomes = (report: ImportReport) =>
  Object.fromEntries<Outcome>(report.entries.map(({ path, outcome }) => [path ?? '', outcome]));

const speech = '/ai/2022-09/220923-speech-model/';

describe('a Hugo site', () => {
  test('becomes posts, pages, authors, pictures, menu and settings', async () => {
    await site();
    const report = await bring();
    expect(outcomes(report)).toEqual({
      '/home/': 'new',
      [speech]: 'new',
      '/ai/2022-10/221001-draft/': 'new',
    });
    expect(await postPage(speech, 'ko')).toMatchObject({
      title: '음성 모델',
      language: 'ko',
      guid: 'https://old.example/ai/2022-09/220923-speech-model/',
      publishedAt: new Date('2022-09-23T00:00:00Z'),
      revisedAt: null,
      excerptText: '짧은 소개입니다.',
      tags: [{ slug: '음성', name: '음성' }],
      category: { slug: 'ai', name: 'Weekly AI' },
      authors: [{ name: '김하나', avatar: { width: 12 }, links: [{ url: 'https://github.com/hana' }] }],
      leadImage: { width: 1000, alt: '그림' },
    });
    expect(await singlePage('home', 'ko')).toMatchObject({ title: '안녕하세요' });
    expect(await siteView('ko')).toMatchObject({
      name: '읽는 모임',
      menu: [
        { label: 'Weekly AI', href: '/ai/' },
        { label: 'Algorithm', href: '/algorithm/' },
        { label: 'Help', href: '/help/' },
      ],
    });
    expect(await postList({ kind: 'category', slug: 'algorithm' }, 'ko')).toMatchObject({ total: 0 });
    expect(await singlePage('help', 'en')).toMatchObject({ title: 'Help', language: 'en' });
    expect(await formerAddress('/old/speech/')).toEqual({ path: speech });
    for (const path of ['/img/plot.png', '/img/hana.png', '/img/unused.png']) {
      expect((await mediaAtAddress(path))?.type).toBe('image/png');
    }
    expect(report.notices).toMatchObject([
      { code: 'image-missing', line: 21, values: { address: '/img/none.png' } },
    ]);
  });

  test('the author waits to be claimed, and cannot sign in', async () => {
    await site();
    await bring();
    expect(await db().member.findFirstOrThrow()).toMatchObject({
      handle: '김하나',
      state: 'unclaimed',
      email: null,
      passwordHash: null,
    });
  });

  test('a draft is kept, and shown to nobody', async () => {
    await site();
    await bring();
    expect(await postPage('/ai/2022-10/221001-draft/', 'ko')).toBeNull();
    expect(await db().revision.count({ where: { title: '쓰는 중' } })).toBe(1);
  });

  test('a draft without a date is kept in the month that it came in, whenever it comes again', async () => {
    await site();
    write('content/ai/undated.md', '---\ntitle: 날짜 없는 글\ndraft: true\n---\n\n아직입니다.\n');
    const path = '/ai/2023-04/undated/';
    expect(outcomes(await bring({ now: new Date('2023-04-05') }))[path]).toBe('new');
    expect(outcomes(await bring({ now: new Date('2023-09-09') }))[path]).toBe('unchanged');
  });

  test('stopped half-way, it goes on where it was', async () => {
    await site();
    const controller = new AbortController();
    controller.abort();
    expect((await bring({ signal: controller.signal })).entries).toEqual([]);
    expect(outcomes(await bring())[speech]).toBe('new');
  });

  test('a second import changes nothing at all', async () => {
    await site();
    await bring();
    const { now } = await changesSince(0);
    const before = await db().auditEvent.count();
    const report = await bring();
    expect(new Set(report.entries.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(report).toMatchObject({ settingsChanged: [], made: [], images: { new: 0 } });
    expect(await changesSince(now)).toEqual({ now, tags: [] });
    expect(await db().auditEvent.count()).toBe(before);
  });

  test('a dry run says the same and writes nothing', async () => {
    await site();
    const dry = await bring({ dryRun: true });
    const counts = async () => [
      await db().post.count(),
      await db().media.count(),
      await db().member.count(),
      await db().category.count(),
      await db().setting.count(),
      await db().auditEvent.count(),
    ];
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0]);
    const wet = await bring();
    expect(dry.entries).toEqual(wet.entries);
    expect(dry.made).toEqual(wet.made);
    expect(dry.images).toEqual(wet.images);
  });

  test('what changed in the source changes here, as a correction', async () => {
    await site();
    await bring();
    write(
      'content/ai/2022-09/220923-Speech Model.md',
      '+++\ntitle = "음성 모델 2"\ndate = "2022-09-23"\n+++\n\n고쳤습니다.\n',
    );
    const now = new Date('2023-01-01T00:00:00Z');
    expect(outcomes(await bring({ now }))[speech]).toBe('changed');
    expect(await postPage(speech, 'ko')).toMatchObject({
      title: '음성 모델 2',
      publishedAt: new Date('2022-09-23T00:00:00Z'),
      revisedAt: now,
      guid: 'https://old.example/ai/2022-09/220923-speech-model/',
    });
    expect(await db().revision.count({ where: { translation: { post: { path: speech } } } })).toBe(2);
  });

  test('what was edited here is never overwritten', async () => {
    await site();
    await bring();
    const translation = await db().translation.findFirstOrThrow({ where: { post: { path: speech } } });
    await correct(translation.id, '손본 제목', '손본 글.');
    write(
      'content/ai/2022-09/220923-Speech Model.md',
      '+++\ntitle = "원본"\ndate = "2022-09-23"\n+++\n\n원본.\n',
    );
    expect(outcomes(await bring())[speech]).toBe('kept');
    expect(await postPage(speech, 'ko')).toMatchObject({ title: '손본 제목' });
  });

  test('settings that were set here stay', async () => {
    await site();
    await bring();
    const { changeSettings } = await import('@/lib/settings');
    const { transaction } = await import('@/lib/db');
    await transaction((tx) => changeSettings(tx, { label: 'shell' }, { name: { ko: '새 이름' } }));
    await bring();
    expect((await siteView('ko')).name).toBe('새 이름');
  });

  test('a picture that comes later is shown by the post that already names it', async () => {
    await site();
    await bring();
    expect((await postPage(speech, 'ko'))?.html).not.toContain('alt="없음"');
    const { now } = await changesSince(0);
    write('static/img/none.png', await png(50));
    await bring();
    expect((await postPage(speech, 'ko'))?.html).toContain('alt="없음"');
    expect((await changesSince(now)).tags).toContain(`post:${(await postPage(speech, 'ko'))?.id ?? ''}`);
  });

  test('two languages of a post are one post', async () => {
    await site();
    write('content/ai/2023-01/230101-pair.md', '---\ntitle: 짝\ndate: 2023-01-01\n---\n\n한국어 글입니다.\n');
    write(
      'content/ai/2023-01/230101-pair.en.md',
      '---\ntitle: A pair\ndate: 2023-01-01\n---\n\nEnglish text.\n',
    );
    await bring();
    expect(await postPage('/ai/2023-01/230101-pair/', 'ko')).toMatchObject({
      title: '짝',
      originalLanguage: 'ko',
    });
    expect(await postPage('/ai/2023-01/230101-pair/', 'en')).toMatchObject({
      title: 'A pair',
      language: 'en',
    });
    expect((await postList({ kind: 'month', category: 'ai', month: '2023-01' }, 'ko'))?.total).toBe(1);
  });

  test('an address of another shape leads to the one of ours', async () => {
    await site();
    write(
      'content/notes/Some Note.md',
      '---\ntitle: Note\ndate: 2021-05-06\n---\n\nText of a note in English.\n',
    );
    await bring();
    expect(await postPage('/notes/2021-05/some-note/', 'ko')).toMatchObject({
      guid: 'https://old.example/notes/some-note/',
    });
    expect(await formerAddress('/notes/some-note/')).toEqual({ path: '/notes/2021-05/some-note/' });
  });

  test('what is broken is named, and the rest goes in', async () => {
    await site();
    write('content/ai/2022-11/broken.md', '+++\ntitle = \n+++\n\nx\n');
    write('content/ai/2022-11/binary.md', Buffer.from([0x89, 0x50, 0, 1, 2, 3]));
    write('content/ai/2022-11/when.md', '+++\ntitle = "x"\ndate = "2022-02-31"\n+++\n\nx\n');
    write('content/tags/2022-11/reserved.md', '+++\ntitle = "x"\ndate = "2022-02-01"\n+++\n\nx\n');
    write('static/img/plot.png', 'no picture at all');
    const report = await bring();
    const named = report.notices.map(({ file, code }) => `${file} ${code}`);
    expect(named).toEqual(
      expect.arrayContaining([
        'content/ai/2022-11/broken.md front-matter-broken',
        'content/ai/2022-11/binary.md file-binary',
        'content/ai/2022-11/when.md date-invalid',
        'content/tags/2022-11/reserved.md post-address-reserved',
        'content/ai/2022-09/220923-Speech Model.md image-not-an-image',
      ]),
    );
    expect(outcomes(report)[speech]).toBe('new');
    expect(await db().category.findUnique({ where: { slug: 'tags' } })).toBeNull();
  });

  test('hundreds of posts go in, in the order of their dates', async () => {
    await site();
    for (let n = 0; n < 120; n += 1) {
      const day = String((n % 28) + 1).padStart(2, '0');
      const month = String((n % 12) + 1).padStart(2, '0');
      write(
        `content/algorithm/2020-${month}/p${n}.md`,
        `---\ntitle: Post ${n}\ndate: 2020-${month}-${day}\ntags: [t${n % 5}]\nauthor: Author ${n % 3}\n---\n\nText ${n}.\n`,
      );
    }
    const progress: number[] = [];
    const report = await bring({ onProgress: (done: number) => progress.push(done) });
    expect(report.entries.filter(({ outcome }) => outcome === 'new')).toHaveLength(123);
    expect(progress.at(-1)).toBe(123);
    const list = await postList({ kind: 'category', slug: 'algorithm' }, 'ko');
    expect(list?.total).toBe(120);
    const dates = list?.posts.map(({ publishedAt }) => publishedAt.getTime()) ?? [];
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(await authorList('ko')).toHaveLength(4);
    expect(new Set((await bring()).entries.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  });
});

describe('a feed', () => {
  const feed = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0"><channel><title>읽는 모임</title><link>https://old.example/</link>
     <description>d</description><language>zh-cn</language>${items}</channel></rss>`;
  const item = (title: string, path: string, html: string) =>
    `<item><title>${title}</title><link>https://old.example${path}</link><guid>https://old.example${path}</guid>
     <pubDate>Fri, 23 Sep 2022 00:00:00 +0000</pubDate>
     <description>${html.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</description></item>`;

  async function bringFeed(items: string) {
    const file = join(folder, 'feed', 'index.xml');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, feed(items));
    return applyImport(await readSource(file), { fetchImages: false });
  }

  test('comes back as it was: guid, address, date, language, text', async () => {
    await bringFeed(
      item('음성 모델', speech, '<p>소개 &ldquo;글&rdquo;</p><h3>요약</h3><ul><li>첫째 $\\alpha$</li></ul>'),
    );
    expect((await feedPosts({ kind: 'all' }, 'ko', 10))?.posts).toMatchObject([
      {
        guid: `https://old.example${speech}`,
        path: speech,
        language: 'ko',
        publishedAt: new Date('2022-09-23T00:00:00Z'),
      },
    ]);
    const html = (await feedPosts({ kind: 'all' }, 'ko', 10))?.posts[0]?.feedHtml ?? '';
    expect(html).toContain('소개 “글”');
    expect(html).toContain('<i>α</i>');
  });

  test('gives way to a Hugo folder, which tells more, and never replaces one', async () => {
    const fromFeed = item('음성 모델', speech, '<p>피드의 글</p>');
    await bringFeed(fromFeed);
    await site();
    expect(outcomes(await bring())[speech]).toBe('changed');
    expect(await postPage(speech, 'ko')).toMatchObject({ authors: [{ name: '김하나' }] });
    expect(outcomes(await bringFeed(fromFeed))[speech]).toBe('unchanged');
    const changed = item('음성 모델!', speech, '<p>피드의 새 글</p>');
    expect(outcomes(await bringFeed(changed))[speech]).toBe('elsewhere');
    expect(await postPage(speech, 'ko')).toMatchObject({ title: '음성 모델' });
    expect(await db().post.count({ where: { kind: 'post', listedAt: { not: null } } })).toBe(1);
  });
});

test('papers that front matter names become papers, each once, and a second run changes nothing', async () => {
  await site();
  const front = (title: string, papers: string) =>
    `+++\ntitle = "${title}"\ndate = "2023-01-02"\n${papers}\n+++\n\n글입니다.\n`;
  write(
    'content/ai/2023-01/a.md',
    front('하나', 'papers = ["https://arxiv.org/abs/2212.04356v1", "doi:10.1038/nature14539"]'),
  );
  write(
    'content/ai/2023-01/b.md',
    front(
      '둘',
      'paper = { title = "Whisper", authors = ["Alec Radford"], year = 2022, arxiv = "2212.04356" }',
    ),
  );
  const run = async () => applyImport(await readSource(folder), { fetchImages: false });
  await run();
  const papers = await db().paper.findMany({ orderBy: { id: 'asc' } });
  expect(papers.map(({ title, doi, posts }) => [title, doi, posts])).toEqual([
    ['Whisper', null, 2],
    ['doi:10.1038/nature14539', '10.1038/nature14539', 1],
  ]);
  expect((await postPage('/ai/2023-01/a/', 'ko'))?.papers.map(({ doi }) => doi)).toEqual([
    null,
    '10.1038/nature14539',
  ]);
  const { now } = await changesSince(0);
  const again = await run();
  expect(new Set(again.entries.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  expect((await changesSince(now)).tags).toEqual([]);
  expect(await db().paper.count()).toBe(2);
});
