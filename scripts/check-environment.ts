/** Says in one line what would keep the server from starting; silent and 0 when nothing would. */
import { createServer } from 'node:net';
import { readConfig } from '@/lib/config';
import { command, UserMistake } from './lib/command';
import { say } from './lib/terminal.mjs';

const PORT_IN_USE = {
  en: 'PORT: {port} is in use by another program; set PORT to a free one',
  ko: 'PORT: {port} 포트는 다른 프로그램이 쓰고 있습니다. 비어 있는 포트를 지정하세요',
};
const PORT_DENIED = {
  en: 'PORT: this user may not listen on {port} ({code}); set PORT to one above 1023',
  ko: 'PORT: 이 사용자는 {port} 포트를 열 수 없습니다({code}). 1023보다 큰 포트를 지정하세요',
};

function tryPort(port: number, host: string | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = error.code === 'EADDRINUSE' ? PORT_IN_USE : PORT_DENIED;
      reject(new UserMistake(say(sentence, { port, code: error.code ?? '' })));
    });
    probe.listen({ port, host: host ?? undefined }, () => probe.close(() => resolve()));
  });
}

await command({
  name: 'check-environment',
  usage:
    'Usage: node --import tsx scripts/check-environment.ts\n\nChecks the settings without starting anything.\n',
  run: async () => {
    const { port, host } = readConfig();
    await tryPort(port, host);
  },
});
