import { expect, test } from 'vitest';
import { checkPassword, hashPassword, verifyPassword } from './passwords';

const owner = { email: 'minsu.kim@example.org', names: { ko: '김민수박사님여기', en: 'Minsu Kim' } };

test.each([
  'seven quiet lanterns',
  '조용한 등불 일곱 개',
  'Xk3#pQ9!vR2z',
  'minsu kim walks to the river',
  'a'.repeat(10) + ' unlike ' + 'b'.repeat(100),
])('%s will do', async (password) => {
  await expect(checkPassword(password, owner)).resolves.toBeUndefined();
});

test.each([
  ['short one', 'password-short'],
  ['가나다라마바사아자', 'password-short'],
  [`Xk3#pQ9!vR2z${'x'.repeat(189)}`, 'password-long'],
  ['password123', 'password-common'],
  ['Password123!', 'password-common'],
  ['1234567890', 'password-common'],
  ['qwertyuiop', 'password-common'],
  ['aaaaaaaaaaaaaaa', 'password-common'],
  ['minsu.kim@example.org', 'password-personal'],
  ['Minsu.Kim@Example.Org', 'password-personal'],
  ['minsukimminsukim', 'password-personal'],
  ['김민수 박사님 여기', 'password-personal'],
])('%s is refused: %s', async (password, code) => {
  await expect(checkPassword(password, owner)).rejects.toMatchObject({ code, field: 'password' });
});

test('a hash is Argon2id, salted, and of one password', async () => {
  const [a, b] = await Promise.all([hashPassword('조용한 등불'), hashPassword('조용한 등불')]);
  expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(a).not.toBe(b);
  expect(await verifyPassword(a, '조용한 등불')).toBe(true);
  expect(await verifyPassword(a, '조용한 등불'.normalize('NFD'))).toBe(true);
  expect(await verifyPassword(a, '조용한  등불')).toBe(false);
});

test('without a hash no password is right, not even the one that is tried in its place', async () => {
  expect(await verifyPassword(null, 'no account has this password')).toBe(false);
});
