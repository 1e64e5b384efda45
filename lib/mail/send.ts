import { createTransport } from 'nodemailer';
import { mailServer, siteOrigin } from '@/lib/config';
import { oneLine, type Letter } from './letter';

/** Milliseconds that the mail server may take for each step. */
const PATIENCE = 20_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** @returns whether there is a mail server; without one, links are shown to whoever makes them. */
export function mailConfigured(): boolean {
  return mailServer() !== null;
}

/**
 * Sends a letter by the mail server of `SMTP_URL`. Only jobs call it: it may take long, and fail.
 *
 * @param to one address, normalised.
 * @param from name of the blog.
 * @param url of the mail server; `?from=` names the sender's address where it is not the user's.
 * @throws {Error} what the mail server or the network says.
 */
export async function sendLetter(
  to: string,
  from: string,
  letter: Letter,
  url = mailServer(),
): Promise<void> {
  if (url === null) throw new Error('SMTP_URL is not set');
  const server = new URL(url);
  const sender = senderOf(server);
  server.searchParams.delete('from');
  const transport = createTransport({
    url: server.href,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // A password never crosses the network in the clear.
    requireTLS: server.protocol === 'smtp:' && server.username !== '' && !LOOPBACK.has(server.hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      // As objects, so that nothing in a name or an address is taken for a second recipient.
      from: { name: oneLine(from), address: sender },
      to: { name: '', address: to },
      subject: letter.subject,
      text: letter.text,
      html: letter.html,
      // Nobody's holiday notice is wanted (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } finally {
    transport.close();
  }
}

function senderOf(server: URL): string {
  const named = server.searchParams.get('from');
  if (named !== null) return oneLine(named);
  const user = decodeURIComponent(server.username);
  return user.includes('@') ? user : `nonmun@${new URL(siteOrigin()).hostname}`;
}
