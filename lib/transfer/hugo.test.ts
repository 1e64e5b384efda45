import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ImportError, readHugoSite, type ImportDocument, type ImportSource } from './index';
import { filesIn, pixel } from './testing';

const config = `baseURL = 'https://papers.example/'\ntitle = "논문 모임"\nlanguageCode = "zh-cn"\n`;

async function read(
  files: Record<string, string | Uint8Array>,
  options?: { timeZone: string },
): Promise<ImportSource> {
  return readHugoSite(await filesIn({ 'hugo.toml': config, ...files }), options);
}

function only(source: ImportSource): ImportDocument {
  expect(source.notices).toEqual([]);
  expect(source.documents).toHaveLength(1);
  return source.documents[0] as ImportDocument;
}

const told = ({ notices }: ImportSource) =>
  notices.map(({ level, file, line, code }) => [level, file, line, code]);
const paths = ({ documents }: ImportSource) => documents.map(({ path }) => path);

describe('readHugoSite', () => {
  it('reads a post with everything that front matter says', async () => {
    const source = await read({
      'content/ai/2022-09/220923-My Paper (v1.2).md': [
        '+++',
        'title = "내 논문 & 너"',
        'date = "2022-09-23"',
        'draft = true',
        'tags = ["Speech", "음성 인식", "speech"]',
        'categories = "리뷰"',
        'aliases = ["/old/address.html", "beside"]',
        'description = "한 줄  요약"',
        '[profile]',
        '\tenable = true',
        '\tname = "Kim  Nonmun"',
        '\tavatar = "/img/Kim.PNG"',
        '\tgithub = "nonmun"',
        '\twebsite = "https://kim.example/"',
        '\tscholar = ""',
        '\temail = "Kim@Example.org"',
        '+++',
        '',
        '본문 ![그림](/img/a.png)',
      ].join('\n'),
      'static/img/kim.png': pixel,
      'static/img/a.png': pixel,
      'static/img/unused.jpg': pixel,
    });
    const post = only(source);
    expect(post).toMatchObject({
      source: 'hugo:content/ai/2022-09/220923-My Paper (v1.2).md',
      kind: 'post',
      file: 'content/ai/2022-09/220923-My Paper (v1.2).md',
      bodyLine: 18,
      title: '내 논문 & 너',
      body: '\n본문 ![그림](/img/a.png)',
      summary: '한 줄 요약',
      language: 'ko',
      publishedAt: new Date('2022-09-23T00:00:00Z'),
      draft: true,
      path: '/ai/2022-09/220923-my-paper-v1.2/',
      aliases: ['/old/address.html/', '/ai/2022-09/beside/'],
      category: { slug: 'ai', name: 'ai' },
      month: '2022-09',
      slug: '220923-my-paper-v1.2',
      tags: [
        { slug: 'speech', name: 'Speech' },
        { slug: '음성-인식', name: '음성 인식' },
        { slug: '리뷰', name: '리뷰' },
      ],
      guid: 'https://papers.example/ai/2022-09/220923-my-paper-v1.2/',
    });
    expect(post.images).toMatchObject([{ address: '/img/a.png', path: '/img/a.png', url: null, line: 19 }]);
    expect(post.images[0]?.file).toMatch(/static\/img\/a\.png$/);
    expect(post.authors).toMatchObject([
      {
        name: 'Kim Nonmun',
        email: 'kim@example.org',
        links: [
          { label: 'GitHub', url: 'https://github.com/nonmun' },
          { label: 'kim.example', url: 'https://kim.example/' },
        ],
        avatar: { address: '/img/Kim.PNG', path: '/img/Kim.PNG' },
      },
    ]);
    expect(post.authors[0]?.avatar?.file).toMatch(/static\/img\/kim\.png$/);
    expect(source.assets.map(({ path }) => path)).toEqual(['/img/unused.jpg']);
  });

  it.each([
    ['YAML', '---\ntitle: "제목: 하나"\ndate: 2022-09-23T10:00:00+09:00\ntags:\n  - a\n---\n본문'],
    ['TOML', '+++\ntitle = "제목: 하나"\ndate = 2022-09-23T10:00:00+09:00\ntags = ["a"]\n+++\n본문'],
    [
      'JSON',
      '{\n  "title": "제목: 하나",\n  "date": "2022-09-23T01:00:00Z",\n  "tags": ["a"], "x": {"}": "{"}\n}\n본문',
    ],
    [
      'YAML with BOM and CRLF',
      '\ufeff---\r\ntitle: "제목: 하나"\r\ndate: 2022-09-23T01:00:00Z\r\nTags: a\r\n---\r\n본문',
    ],
    [
      'TOML after blank lines',
      '\n\n+++\ntitle = "제목: 하나"\ndate = 2022-09-23T01:00:00Z\ntags = "a"\n+++\n본문',
    ],
  ])('reads %s', async (_, text) => {
    const post = only(await read({ 'content/ai/x.md': text }));
    expect(post).toMatchObject({
      title: '제목: 하나',
      body: '본문',
      publishedAt: new Date('2022-09-23T01:00:00Z'),
      tags: [{ slug: 'a', name: 'a' }],
    });
  });

  it('gives what is not below a month a month, and remembers the address', async () => {
    const source = await read({
      'content/notes/deep/My Note.md': '---\ntitle: n\ndate: 2022-04-30T20:00:00Z\n---\n',
      'content/notes/bundle/index.md': '---\ntitle: b\ndate: 2022-04-30\n---\n',
      'content/ai/2022-09/x.md': '---\ntitle: x\ndate: 2021-01-01\n---\n',
    });
    expect(source.notices).toEqual([]);
    expect(
      source.documents.map(({ path, category, month, slug }) => [path, category?.slug, month, slug]),
    ).toEqual([
      ['/ai/2022-09/x/', 'ai', '2022-09', 'x'],
      ['/notes/bundle/', 'notes', '2022-04', 'bundle'],
      ['/notes/deep/my-note/', 'notes', '2022-05', 'my-note'],
    ]);
  });

  it('makes pages of top-level files, and of what the home page said', async () => {
    const source = await read({
      'content/_index.md': '---\ntitle: 처음\n---\n환영합니다.',
      'content/about/index.md': '---\ntitle: 소개\n---\n![나](me.png)',
      'content/about/me.png': pixel,
      'content/help.md': '도움말입니다.',
    });
    expect(
      source.documents.map(({ kind, path, slug, title, category }) => [kind, path, slug, title, category]),
    ).toEqual([
      ['page', '/about/', 'about', '소개', null],
      ['page', '/help/', 'help', 'help', null],
      ['page', '/home/', 'home', '처음', null],
    ]);
    expect(source.documents[0]?.body).toBe('![나](/about/me.png)');
    expect(told(source)).toEqual([['warning', 'content/help.md', null, 'title-missing']]);
  });

  it('reads slug, url, permalinks and ugly addresses', async () => {
    const source = await read({
      'hugo.toml': `${config}[permalinks]\nposts = "/:year/:month/:title/"\n[uglyURLs]\nplain = true\n`,
      'content/ai/a.md': '---\ntitle: a\ndate: 2022-01-02\nslug: 새 이름\n---\n',
      'content/ai/b.md': '---\ntitle: b\ndate: 2022-01-02\nurl: /ai/2020-01/B Old/\n---\n',
      'content/plain/c.md': '---\ntitle: c\ndate: 2022-01-02\n---\n',
      'content/posts/d.md': '---\ntitle: D & (E)\ndate: 2022-01-02\n---\n',
    });
    expect(
      source.documents.map(({ path, category, month, slug, guid }) => [
        path,
        category?.slug,
        month,
        slug,
        guid,
      ]),
    ).toEqual([
      ['/ai/새-이름/', 'ai', '2022-01', '새-이름', 'https://papers.example/ai/%EC%83%88-%EC%9D%B4%EB%A6%84/'],
      ['/ai/2020-01/B Old/', 'ai', '2020-01', 'B Old', 'https://papers.example/ai/2020-01/B%20Old/'],
      ['/plain/c.html/', 'plain', '2022-01', 'c', 'https://papers.example/plain/c.html'],
      ['/2022/01/d-e/', 'posts', '2022-01', 'd-e', 'https://papers.example/2022/01/d-e/'],
    ]);
    expect(source.documents[1]?.aliases).toEqual(['/ai/2020-01/b-old/']);
  });

  it('takes names from a Mac as everybody writes them', async () => {
    const name = '220322-면접 준비'.normalize('NFD');
    const source = await read({
      [`content/algorithm/2022-03/${name}.md`]: `---\ntitle: ${'면접'.normalize('NFD')}\ndate: 2022-03-22\n---\n![](${'그림'.normalize('NFD')}.png)`,
      [`content/algorithm/2022-03/${'그림'.normalize('NFC')}.png`]: pixel,
    });
    const post = only(source);
    expect(post.path).toBe('/algorithm/2022-03/220322-면접-준비/'.normalize('NFC'));
    expect(post.title).toBe('면접'.normalize('NFC'));
    expect(post.images[0]?.file).not.toBeNull();
  });

  it('keeps addresses of newer Hugo too, where they differ', async () => {
    const post = only(
      await read({ 'content/ai/2022-09/a & b.md': '---\ntitle: t\ndate: 2022-09-01\n---\n' }),
    );
    expect([post.path, post.aliases]).toEqual(['/ai/2022-09/a-b/', ['/ai/2022-09/a--b/']]);
  });

  it('names every broken file and goes on', async () => {
    const good = '---\ntitle: t\ndate: 2022-09-01\n---\nx';
    const source = await read({
      'content/ai/a-good.md': good,
      'content/ai/binary.md': Buffer.concat([pixel, Buffer.alloc(100)]),
      'content/ai/bytes.md': Buffer.concat([
        Buffer.from('---\ntitle: t\n---\n한글\n'),
        Buffer.from([0xc7, 0xd1]),
      ]),
      'content/ai/date.md': '---\ntitle: t\ndate: 2022-02-30\n---\nx',
      'content/ai/date2.md': '+++\ntitle = "t"\ndate = 2022-02-30\n+++\nx',
      'content/ai/huge.md': 'x'.repeat(5 * 1024 * 1024 + 1),
      'content/ai/json.md': '{ "title": "t",\n "date" }\nx',
      'content/ai/org.org': '#+TITLE: x',
      'content/ai/toml.md': '+++\ntitle = "t"\ndate = \n+++\nx',
      'content/ai/unclosed.md': '---\ntitle: t\n\nx',
      'content/ai/utf16.md': Buffer.from('\ufefftext', 'utf16le'),
      'content/ai/yaml.md': '---\ntitle: t\ntags: [a\n---\nx',
      'content/ai/z-good.md': good,
    });
    expect(paths(source)).toEqual(['/ai/a-good/', '/ai/z-good/']);
    expect(told(source)).toEqual([
      ['error', 'content/ai/binary.md', null, 'file-binary'],
      ['error', 'content/ai/bytes.md', 5, 'file-not-utf8'],
      ['error', 'content/ai/date.md', null, 'date-invalid'],
      ['error', 'content/ai/date2.md', null, 'date-invalid'],
      ['error', 'content/ai/huge.md', null, 'file-too-large'],
      ['error', 'content/ai/json.md', 1, 'front-matter-broken'],
      ['error', 'content/ai/org.org', null, 'file-unsupported'],
      ['error', 'content/ai/toml.md', 3, 'front-matter-broken'],
      ['error', 'content/ai/unclosed.md', 1, 'front-matter-unclosed'],
      ['error', 'content/ai/utf16.md', 1, 'file-not-utf8'],
      ['error', 'content/ai/yaml.md', 4, 'front-matter-broken'],
    ]);
  });

  it('names two documents with one address; the first has it', async () => {
    const source = await read({
      'content/ai/2022-09/My Post.md': '---\ntitle: first\ndate: 2022-09-01\n---\n',
      'content/ai/2022-09/my-post.md': '---\ntitle: second\ndate: 2022-09-01\n---\n',
      'content/notes/a/same.md': '---\ntitle: third\ndate: 2022-09-01\n---\n',
      'content/notes/b/same.md': '---\ntitle: fourth\ndate: 2022-09-01\n---\n',
    });
    expect(source.documents.map(({ title, slug }) => [title, slug])).toEqual([
      ['first', 'my-post'],
      ['third', 'same'],
      ['fourth', 'b-same'],
    ]);
    expect(source.notices).toMatchObject([
      {
        level: 'error',
        file: 'content/ai/2022-09/my-post.md',
        code: 'address-duplicate',
        values: { address: '/ai/2022-09/my-post/', other: 'content/ai/2022-09/My Post.md' },
      },
    ]);
  });

  it('cuts a title of 5,000 characters and keeps all of it', async () => {
    const title = '긴 제목_'.repeat(1000);
    const source = await read({ 'content/ai/x.md': `---\ntitle: ${title}\ndate: 2022-09-01\n---\n본문` });
    const [post] = source.documents;
    expect([...(post?.title ?? '')].length).toBeLessThanOrEqual(300);
    expect(post?.title.endsWith('…')).toBe(true);
    expect(post?.body.replaceAll('\\', '')).toBe(`${title}\n\n본문`);
    expect(source.notices).toMatchObject([{ level: 'warning', code: 'title-cut', values: { length: 5000 } }]);
  });

  it('finds pictures wherever Hugo does, whatever their case, and names those that are missing', async () => {
    const body = [
      '![a](</img/Figure 1.PNG>) ![b](fig.png) <img src="static.png">',
      '',
      '![c][ref] ![d](https://papers.example/img/figure%201.png) ![e](//cdn.example/x.png)',
      '',
      '![gone](/img/gone.png) ![data](data:image/png;base64,AA)',
      '',
      '[ref]: sub/fig2.png',
    ].join('\n');
    const source = await read({
      'content/ai/2022-09/post/index.md': `---\ntitle: t\ndate: 2022-09-01\n---\n${body}`,
      'content/ai/2022-09/post/fig.png': pixel,
      'content/ai/2022-09/post/sub/fig2.png': pixel,
      'static/img/figure 1.png': pixel,
      'static/static.png': pixel,
    });
    const [post] = source.documents;
    expect(
      post?.images.map(({ address, path, file, url, line }) => [address, path, file !== null, url, line]),
    ).toEqual([
      ['/img/Figure 1.PNG', '/img/Figure 1.PNG', true, null, 5],
      ['/ai/2022-09/post/fig.png', '/ai/2022-09/post/fig.png', true, null, 5],
      ['/static.png', '/static.png', true, null, 5],
      ['/img/figure 1.png', '/img/figure 1.png', true, 'https://papers.example/img/figure%201.png', 7],
      ['//cdn.example/x.png', null, false, 'https://cdn.example/x.png', 7],
      ['/img/gone.png', '/img/gone.png', false, 'https://papers.example/img/gone.png', 9],
      ['/ai/2022-09/post/sub/fig2.png', '/ai/2022-09/post/sub/fig2.png', true, null, 11],
    ]);
    expect(post?.body).toContain('![b](/ai/2022-09/post/fig.png) <img src="/static.png">');
    expect(told(source)).toEqual([['warning', 'content/ai/2022-09/post/index.md', 9, 'image-missing']]);
  });

  it('never leaves the folder', async () => {
    const outside = await filesIn({ 'secret.md': '---\ntitle: secret\n---\n', 'secret.png': pixel });
    const folder = await filesIn({
      'hugo.toml': `${config}contentDir = "content"\nstaticDir = ["static", "../../etc", "/etc"]\n[params]\nlogo = "../../secret.png"\n`,
      'content/a.md': `---\ntitle: a\n---\n![x](../../secret.png) ![y](/../../../../etc/hostname) ![z](/link/secret.png)`,
      'static/x.png': pixel,
    });
    await symlink(join(outside, 'secret.md'), join(folder, 'content/secret.md'));
    await symlink(outside, join(folder, 'static/link'));
    await symlink(folder, join(folder, 'content/loop'));
    const source = await readHugoSite(folder);
    expect(paths(source)).toEqual(['/a/']);
    expect(source.documents[0]?.images.map(({ file }) => file)).toEqual([null, null, null]);
    expect(source.site.logo).toBeNull();
    expect(
      told(source)
        .filter(([, , , code]) => code === 'symlink')
        .map(([, file]) => file),
    ).toEqual(['content/loop', 'content/secret.md', 'static/link']);
  });

  it('reads the site: menus, logo, names of categories, zone, and no language that is only claimed', async () => {
    const { site } = await read({
      'hugo.toml': [
        'baseURL = "https://papers.example/blog"',
        'title = "모임"',
        'copyright = "© 모임"',
        'languageCode = "zh-cn"',
        'timeZone = "Asia/Seoul"',
        '[params]',
        'description = "읽고 쓰기"',
        'logo = "img/logo.png"',
        '[[params.nav.custom]]',
        'title = "주간 AI"',
        'url = "/ai"',
        '[[params.nav.custom]]',
        'title = "밖"',
        'url = "https://elsewhere.example/x"',
      ].join('\n'),
      'content/ai/2022-09/x.md': '---\ntitle: 글\ndate: 2022-09-01T00:00:00\n---\n본문',
      'content/algorithm/_index.md': '---\ntitle: 알고리즘\n---\n푸는 글',
      'static/assets/img/logo.png': pixel,
    });
    expect(site).toMatchObject({
      title: '모임',
      description: '읽고 쓰기',
      copyright: '© 모임',
      origin: 'https://papers.example/blog',
      language: 'ko',
      timeZone: 'Asia/Seoul',
      menu: [
        { label: '주간 AI', href: '/ai/' },
        { label: '밖', href: 'https://elsewhere.example/x' },
      ],
      logo: { path: '/assets/img/logo.png' },
      categories: [
        { slug: 'ai', names: { ko: '주간 AI' }, descriptions: {} },
        { slug: 'algorithm', names: { ko: '알고리즘' }, descriptions: { ko: '푸는 글' } },
      ],
    });
  });

  it('reads Hugo menus by weight, and configuration in folders and other formats', async () => {
    const folder = await filesIn({
      'config/_default/hugo.yaml': 'baseURL: https://papers.example/\ntitle: T\n',
      'config/_default/menus.toml':
        '[[main]]\nname = "b"\nurl = "/b/"\nweight = 20\n[[main]]\nname = "c"\npageRef = "c"\n[[main]]\nname = "a"\nurl = "/a#x"\nweight = 10\n',
      'config/_default/params.json': '{"author": {"name": "모두"}}',
      'content/ai/x.md': '---\ntitle: x\ndate: 2022-09-01\n---\n',
    });
    const { site, documents } = await readHugoSite(folder);
    expect([site.title, site.origin]).toEqual(['T', 'https://papers.example']);
    expect(site.menu).toEqual([
      { label: 'a', href: '/a#x' },
      { label: 'b', href: '/b/' },
      { label: 'c', href: '/c/' },
    ]);
    expect(documents[0]?.authors).toMatchObject([{ name: '모두' }]);
  });

  it('sees one post in several languages, by name, by folder and by key', async () => {
    const site =
      'baseURL = "https://papers.example/"\ndefaultContentLanguage = "ko"\n[languages.ko]\n[languages.en]\n';
    const byName = await read({
      'hugo.toml': site,
      'content/ai/2022-09/x.md': '---\ntitle: 글\ndate: 2022-09-01\n---\nAll in English',
      'content/ai/2022-09/x.en.md': '---\ntitle: Post\ndate: 2022-09-01\n---\n',
      'content/ai/2022-09/y.en.md': '---\ntitle: Post\ndate: 2022-09-01\ntranslationKey: 키\n---\n',
      'content/ai/2022-09/z.md': '---\ntitle: 글\ndate: 2022-09-01\ntranslationKey: 키\n---\n',
    });
    expect(byName.documents.map(({ path, language, guid }) => [path, language, guid])).toEqual([
      ['/ai/2022-09/x/', 'en', 'https://papers.example/en/ai/2022-09/x/'],
      ['/ai/2022-09/x/', 'ko', 'https://papers.example/ai/2022-09/x/'],
      ['/ai/2022-09/y/', 'en', 'https://papers.example/en/ai/2022-09/y/'],
      ['/ai/2022-09/z/', 'ko', 'https://papers.example/ai/2022-09/z/'],
    ]);
    const keys = byName.documents.map(({ translationKey }) => translationKey);
    expect([keys[0] === keys[1], keys[2] === keys[3], keys[0] === keys[2]]).toEqual([true, true, false]);

    const byFolder = await read({
      'hugo.toml': `${config}defaultContentLanguage = "en"\n[languages.en]\ncontentDir = "content/en"\n[languages.ko]\ncontentDir = "content/ko"\n`,
      'content/en/ai/2022-09/x.md': '---\ntitle: Post\ndate: 2022-09-01\n---\n',
      'content/ko/ai/2022-09/x.md': '---\ntitle: 글\ndate: 2022-10-01\n---\n',
    });
    expect(
      byFolder.documents.map(({ path, language, translationKey, month, slug }) => [
        path,
        language,
        translationKey,
        month,
        slug,
      ]),
    ).toEqual([
      ['/ai/2022-09/x/', 'en', 'hugo:/ai/2022-09/x', '2022-09', 'x'],
      ['/ko/ai/2022-09/x/', 'ko', 'hugo:/ai/2022-09/x', '2022-09', 'x'],
    ]);

    const unconfigured = await read({
      'content/ai/2022-09/x.md': '---\ntitle: Post\ndate: 2022-09-01\n---\n',
      'content/ai/2022-09/x.ko.md': '---\ntitle: 글\ndate: 2022-09-01\n---\n',
    });
    expect(unconfigured.documents.map(({ path, language, slug }) => [path, language, slug])).toEqual([
      ['/ai/2022-09/x.ko/', 'ko', 'x'],
      ['/ai/2022-09/x/', 'en', 'x'],
    ]);
    expect(unconfigured.notices).toEqual([]);
  });

  it('turns shortcodes and links between files into Markdown', async () => {
    const source = await read({
      'content/ai/2022-09/a.md':
        '---\ntitle: a\ndate: 2022-09-01\n---\n{{< figure src="/x.png" >}}\n\n[b]({{< ref "B Post.md" >}}) [c](B%20Post.md#d) [e](none.md)\n\n{{< chart >}}',
      'content/ai/2022-09/B Post.md': '---\ntitle: b\ndate: 2022-09-01\n---\n',
      'static/x.png': pixel,
    });
    const post = source.documents.find(({ slug }) => slug === 'a');
    expect(post?.body).toBe(
      '![](/x.png)\n\n[b](/ai/2022-09/b-post/) [c](/ai/2022-09/b-post/#d) [e](none.md)\n\n{{< chart >}}',
    );
    expect(told(source)).toEqual([
      ['warning', 'content/ai/2022-09/a.md', 9, 'shortcode-unknown'],
      ['warning', 'content/ai/2022-09/a.md', 7, 'link-missing'],
    ]);
  });

  it('guesses a date that is not written, and says so; without any guess the post is a draft', async () => {
    const source = await read({
      'content/ai/2022-09/x.md': '---\ntitle: x\n---\n',
      'content/ai/220923-y.md': '---\ntitle: y\n---\n',
      'content/ai/z.md': '---\ntitle: z\n---\n',
    });
    expect(
      source.documents.map(({ title, publishedAt, draft, month }) => [
        title,
        publishedAt?.toISOString(),
        draft,
        month,
      ]),
    ).toEqual([
      ['x', '2022-09-01T00:00:00.000Z', false, '2022-09'],
      ['y', '2022-09-23T00:00:00.000Z', false, '2022-09'],
      ['z', undefined, true, null],
    ]);
    expect(source.notices.map(({ code }) => code)).toEqual(['date-missing', 'date-missing', 'date-missing']);
  });

  it('removes what XML forbids', async () => {
    const post = only(
      await read({ 'content/a.md': '---\ntitle: "a\\u0008b"\n---\nx\u0008y\u0000z'.replace('\u0000', '') }),
    );
    expect([post.title, post.body]).toEqual(['ab', 'xyz']);
  });

  it('refuses what is no Hugo site', async () => {
    const failure = async (folder: string) =>
      readHugoSite(folder).then(
        () => null,
        (error: unknown) => (error instanceof ImportError ? error.code : error),
      );
    expect(await failure(await filesIn({ 'content/a.md': 'x' }))).toBe('not-a-hugo-site');
    expect(await failure(await filesIn({ 'hugo.toml': config }))).toBe('not-a-hugo-site');
    expect(await failure('/nowhere/at/all')).toBe('source-missing');
    const file = await filesIn({ a: 'x' });
    expect(await failure(join(file, 'a'))).toBe('source-missing');
    const empty = await filesIn({ 'hugo.toml': config });
    await mkdir(join(empty, 'content'));
    expect(await failure(empty)).toBe('not-a-hugo-site');
  });

  it('names a broken configuration', async () => {
    const source = await read({
      'hugo.toml': 'title = "x"\nbaseURL = \n',
      'content/a.md': '---\ntitle: a\n---\n',
    });
    expect(told(source)).toEqual([['error', 'hugo.toml', 2, 'config-broken']]);
    expect(source.documents).toHaveLength(1);
  });

  const seed = join(import.meta.dirname, '../../../shared/seed/hugo-site');
  (existsSync(seed) ? it : null)?.('reads the blog that Nonmun replaces', async () => {
    const source = await readHugoSite(seed);
    expect(paths(source)).toEqual([
      '/ai/2022-02/20220214-gt-sophy/',
      '/ai/2022-02/220227-openai-embeddings/',
      '/ai/2022-04/220410-diffusion-model/',
      '/ai/2022-06/220609-vision-transformer/',
      '/ai/2022-08/220823-darts/',
      '/home/',
    ]);
    expect(source.documents.every(({ language }) => language === 'ko')).toBe(true);
    expect(source.notices.every(({ code }) => code === 'image-missing')).toBe(true);
  });
});
