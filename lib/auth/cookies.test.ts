import { expect, test } from 'vitest';
import { authCookies } from './cookies';

test('on https every cookie is bound to the host and encrypted connections', () => {
  for (const { name, options } of Object.values(authCookies('https://blog.example.org'))) {
    expect(name).toMatch(/^__Host-nonmun\.\w+$/);
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: true });
    expect(options).not.toHaveProperty('domain');
  }
});

test('without https they work, as far as they can be kept from scripts and other sites', () => {
  for (const { name, options } of Object.values(authCookies('http://localhost:3000'))) {
    expect(name).toMatch(/^nonmun\.\w+$/);
    expect(options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/', secure: false });
  }
});
