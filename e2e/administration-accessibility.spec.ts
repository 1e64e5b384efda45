import { isTooWide, violations } from './support/axe';
import { expect, invite, people, settled, setUp, setupLink, signIn, test } from './support/members';
import { address, languages, word } from './support/words';

// One after the other, on one new blog.
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ deskName: 'administration-accessibility' });

const { kim } = people;

test('setting up can be done by everybody', async ({ page, desk }) => {
  await page.goto(await setupLink(desk));
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await violations(page), `${width} pixels`).toEqual([]);
    expect.soft(await isTooWide(page), `${width} pixels`).toBe(false);
  }
  await setUp(page, desk);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`doors, profile and administration can be used by everybody: ${colorScheme}`, async ({
    page,
    desk,
    browser,
  }) => {
    await signIn(page, desk.url, kim, { next: '/admin/members/' });
    const invitation = new URL(await invite(page, `${colorScheme}@example.org`)).pathname;
    const doors = [
      '/signin/',
      '/signin/?error=not-invited',
      '/password/',
      '/setup/',
      '/invite/x/',
      invitation,
    ];
    const guest = await browser.newPage();
    for (const window of [page, guest]) await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [390, 1440]) {
      for (const window of [page, guest]) await window.setViewportSize({ width, height: 900 });
      for (const language of languages) {
        for (const path of doors) {
          await guest.goto(desk.url + address(language, path));
          expect.soft(await violations(guest), `${path} ${language} ${width}`).toEqual([]);
          expect.soft(await isTooWide(guest), `${path} ${language} ${width}`).toBe(false);
        }
      }
      for (const room of ['members', 'settings', 'categories', 'audit', '../write/profile', '../signout']) {
        await page.goto(`${desk.url}/admin/${room}/`);
        expect.soft(await violations(page), `${room} ${width}`).toEqual([]);
        expect.soft(await isTooWide(page), `${room} ${width}`).toBe(false);
      }
      await page.goto(`${desk.url}/admin/members/`);
      await settled(page);
      for (const name of [
        word('ko', 'admin.invite'),
        word('ko', 'admin.manageNamed', { name: kim.names.ko }),
      ]) {
        await page.getByRole('button', { name }).click();
        expect.soft(await violations(page), `${name} ${width}`).toEqual([]);
        await page.keyboard.press('Escape');
        // The focus goes back to where it came from.
        await expect(page.getByRole('button', { name })).toBeFocused();
      }
    }
    await guest.close();
  });
}
