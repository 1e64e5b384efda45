import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { composeLetter, sendLetter } from '.';
import { startMailSink, type MailSink } from './testing';

let sink: MailSink;

beforeEach(async () => {
  vi.stubEnv('SITE_URL', 'https://blog.example.org');
  sink = await startMailSink();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await sink.close();
});

const letter = (subject: string) =>
  composeLetter({
    language: 'ko',
    subject,
    paragraphs: ['안녕하세요, <b>김</b> 님.', '아래 링크를 열어 주세요.'],
    link: { label: '비밀번호 정하기', path: '/password/a-b_c/' },
    footer: '논문 블로그가 보냈습니다.',
  });

test('a letter arrives as text and as HTML, its link on this site', async () => {
  await sendLetter('kim@example.org', '논문', letter('비밀번호 새로 정하기'), sink.url);
  const [mail] = sink.mails;
  expect(mail).toMatchObject({ from: 'nonmun@blog.example.org', to: ['kim@example.org'] });
  expect(mail?.headers).toContain('Subject: 비밀번호 새로 정하기');
  expect(mail?.headers).toContain('From: 논문 <nonmun@blog.example.org>');
  expect(mail?.text).toContain('https://blog.example.org/password/a-b_c/');
  expect(mail?.html).toContain('<a href="https://blog.example.org/password/a-b_c/">비밀번호 정하기</a>');
  expect(mail?.html).toContain('&lt;b&gt;김&lt;/b&gt;');
});

test.each([
  ['subject', 'Hello\r\nBcc: eve@example.org', '논문'],
  ['sender', 'Hello', 'Blog\r\nBcc: eve@example.org'],
  ['sender as a list', 'Hello', 'Blog <eve@example.org>, x'],
])('a %s cannot begin another header or name another recipient', async (_, subject, from) => {
  await sendLetter('kim@example.org', from, letter(subject), sink.url);
  expect(sink.mails[0]?.to).toEqual(['kim@example.org']);
  expect(sink.mails[0]?.headers).not.toMatch(/^Bcc:/im);
});

test('the address of the sender can be chosen', async () => {
  await sendLetter('kim@example.org', '논문', letter('x'), `${sink.url}/?from=desk%40example.org`);
  expect(sink.mails[0]?.from).toBe('desk@example.org');
});

test('a mail server that does not answer is an error', async () => {
  const { url } = sink;
  await sink.close();
  await expect(sendLetter('kim@example.org', '논문', letter('x'), url)).rejects.toThrow('ECONNREFUSED');
});
