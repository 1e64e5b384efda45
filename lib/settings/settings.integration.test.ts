import { describe, expect, test } from 'vitest';
import type { Viewer } from '@/lib/access';
import { db, transaction } from '@/lib/db';
import { useDatabase } from '@/lib/db/testing';
import { defaultSettings, saveSettings, settings, settingsForm, type Settings } from '.';

useDatabase();

async function administrator(): Promise<Viewer> {
  const member = await transaction((tx) =>
    tx.member.create({ data: { handle: 'admin', names: { ko: '관리자' }, about: {}, links: [] } }),
  );
  return { memberId: member.id, role: 'administrator' };
}

const save = (viewer: Viewer, change: Partial<Settings>, version = 0) =>
  saveSettings(viewer, { version, settings: { ...defaultSettings, ...change } });

describe('saving settings', () => {
  test('keeps them cleaned, raises the version and notes what changed', async () => {
    const viewer = await administrator();
    const saved = await save(viewer, {
      name: { ko: ' 읽는 모임\n', en: '' },
      menu: [
        { labels: { ko: '소개' }, href: '/about' },
        { labels: { ko: '한글' }, href: '/%ED%95%9C%EA%B8%80/' },
        { labels: { ko: '피드' }, href: '/index.xml' },
        { labels: { en: 'Mail' }, href: 'mailto:a@example.org' },
      ],
      reviewRequired: true,
    });
    expect(saved.version).toBe(1);
    expect(saved.settings.name).toEqual({ ko: '읽는 모임' });
    expect(saved.settings.menu.map(({ href }) => href)).toEqual([
      '/about/',
      '/한글/',
      '/index.xml',
      'mailto:a@example.org',
    ]);
    expect((await settings()).reviewRequired).toBe(true);
    expect((await save(viewer, { feedItems: 5 }, saved.version)).version).toBe(2);
    const noted = await db().auditEvent.findMany({
      where: { action: 'settings.change' },
      orderBy: { id: 'asc' },
    });
    expect(noted.map(({ detail, actorId }) => ({ detail, actorId }))).toEqual([
      { detail: { changed: 'name, menu, reviewRequired' }, actorId: viewer.memberId },
      { detail: { changed: 'name, menu, feedItems, reviewRequired' }, actorId: viewer.memberId },
    ]);
  });

  test('refuses to overwrite what somebody else has saved meanwhile', async () => {
    const viewer = await administrator();
    await save(viewer, { feedItems: 6 });
    // The first save makes the row; whoever opened the form before it is refused as well.
    await expect(save(viewer, { feedItems: 7 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
      kind: 'conflict',
    });
    expect((await settings()).feedItems).toBe(6);
  });

  const menu = (href: string) => ({ menu: [{ labels: { ko: 'x' }, href }] });
  test.each<[Partial<Settings>, string]>([
    [{ name: { ko: ' ', en: '' } }, 'name.ko'],
    [{ name: { ko: 'x'.repeat(81) } }, 'name.ko'],
    [{ description: { en: 'x'.repeat(301) } }, 'description.en'],
    [{ copyright: 'x'.repeat(201) }, 'copyright'],
    [{ languages: [] }, 'languages'],
    [{ languages: ['en'] }, 'languages'],
    [{ languages: ['ko', 'de'] }, 'languages'],
    [{ languages: ['ko', 'ko'] }, 'languages'],
    [{ timeZone: 'Asia/Pyongyeong' }, 'timeZone'],
    [{ timeZone: '+09:00' }, 'timeZone'],
    [menu('javascript:alert(1)'), 'menu.0.href'],
    [menu('//evil.example/'), 'menu.0.href'],
    [menu('/\\evil.example/'), 'menu.0.href'],
    [menu('/a/../admin/'), 'menu.0.href'],
    [menu('/a//b/'), 'menu.0.href'],
    [menu('/%/'), 'menu.0.href'],
    [menu('about'), 'menu.0.href'],
    [menu('https://'), 'menu.0.href'],
    [menu(''), 'menu.0.href'],
    [{ menu: [{ labels: { ko: '  ' }, href: '/a/' }] }, 'menu.0.labels.ko'],
    [{ menu: Array.from({ length: 21 }, () => ({ labels: { ko: 'x' }, href: '/a/' })) }, 'menu'],
    [{ logoMediaId: 'no such picture' }, 'logo'],
    [{ macros: { RR: '\\mathbb{R}' } }, 'macros.RR'],
    [{ macros: { '\\RR': '\\mathbb{R' } }, 'macros.\\RR'],
    [{ macros: { '\\RR': '\\mathbb}{' } }, 'macros.\\RR'],
    [{ macros: { '\\RR': '\\def\\x{1}' } }, 'macros.\\RR'],
    [{ macros: { '\\RR': '' } }, 'macros.\\RR'],
    [{ postsPerPage: 0 }, 'postsPerPage'],
    [{ feedItems: 101 }, 'feedItems'],
    [{ feedItems: 1.5 }, 'feedItems'],
  ])('refuses %j and says where', async (change, field) => {
    const viewer = await administrator();
    await expect(save(viewer, change)).rejects.toMatchObject({ name: 'SettingsError', field });
    expect(await settings()).toEqual(defaultSettings);
  });

  test('is for administrators', async () => {
    const { memberId } = await administrator();
    for (const role of ['member', 'editor'] as const) {
      await expect(settingsForm({ memberId, role })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(save({ memberId, role }, {})).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('the hub', () => {
  test.each([
    'http://hub.example.org/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/',
    'https://0x7f000001/',
    'https://printer/',
    'https://nas.local/',
    'https://a:b@hub.example.org/',
    'https://hub.example.org/#x',
    'javascript:alert(1)',
    'hub.example.org',
  ])('is no %s', async (hub) => {
    await expect(save(await administrator(), { hub })).rejects.toMatchObject({
      code: 'hub-invalid',
      field: 'hub',
    });
  });

  test('is any public https address, or none', async () => {
    const viewer = await administrator();
    const saved = await save(viewer, { hub: ' https://Hub.example.org ' });
    expect(saved.settings.hub).toBe('https://hub.example.org/');
    expect((await save(viewer, { hub: '' }, saved.version)).settings.hub).toBe('');
  });
});
