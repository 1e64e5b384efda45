import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail as it arrived. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Header lines, unfolded, encoded words decoded. */
  headers: string;
  text: string;
  html: string;
}

/** A mail server for tests, which keeps what it is given. */
export interface MailSink {
  /** For `SMTP_URL`. */
  url: string;
  mails: ReceivedMail[];
  close: () => Promise<void>;
}

/** Starts a mail server on a free port of this machine. */
export async function startMailSink(): Promise<MailSink> {
  const mails: ReceivedMail[] = [];
  const server = createServer((socket) => talk(socket, mails));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** RFC 5321, as much as nodemailer needs. */
function talk(socket: Socket, mails: ReceivedMail[]): void {
  let from = '';
  let to: string[] = [];
  let data: string[] | null = null;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 sink');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (data !== null) {
        if (line === '.') {
          mails.push({ from, to, ...read(data.join('\r\n')) });
          data = null;
          say('250 kept');
        } else data.push(line.startsWith('.') ? line.slice(1) : line);
        continue;
      }
      const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (/^MAIL/i.test(line)) [from, to] = [address, []];
      if (/^RCPT/i.test(line)) to.push(address);
      if (/^DATA/i.test(line)) {
        data = [];
        say('354 go on');
      } else if (/^QUIT/i.test(line)) {
        socket.end('221 bye\r\n');
      } else say(/^EHLO/i.test(line) ? '250 SMTPUTF8' : '250 fine');
    }
  });
}

function read(raw: string): Pick<ReceivedMail, 'headers' | 'text' | 'html'> {
  const [head = ''] = raw.split('\r\n\r\n');
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? '';
  const part = (type: string) => {
    const found =
      raw.split(`--${boundary}`).find((it) => new RegExp(`Content-Type: ${type}`, 'i').test(it)) ?? '';
    const [partHead = '', ...body] = found.split('\r\n\r\n');
    return decode(body.join('\r\n\r\n'), /Transfer-Encoding: ([\w-]+)/i.exec(partHead)?.[1] ?? '');
  };
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, encoding: string, word: string) =>
      encoding.toLowerCase() === 'b'
        ? decode(word, 'base64')
        : decode(word.replaceAll('_', ' '), 'quoted-printable'),
    );
  return { headers, text: part('text/plain'), html: part('text/html') };
}

function decode(text: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return encoding === 'quoted-printable' ? Buffer.from(bytes, 'latin1').toString('utf8') : text;
}
