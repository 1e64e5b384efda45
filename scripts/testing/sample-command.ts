/** A command line for the test of its frame. */
import { readFileSync } from 'node:fs';
import { readConfig } from '@/lib/config';
import { command, userPath, UserMistake } from '../lib/command';

class RoomError extends Error {}

await command({
  name: 'sample',
  usage: 'Usage: npm run sample -- FILE [MORE]\n',
  options: { fail: { type: 'string' }, loud: { type: 'boolean' } },
  positionals: ['FILE', '[MORE]'],
  explain: (error) => (error instanceof RoomError ? 'The room has no such post.' : null),
  run: async ({ values, positionals: [file = ''] }) => {
    switch (values.fail) {
      case 'mistake':
        throw new UserMistake('Mend this.');
      case 'room':
        throw new RoomError('post_missing');
      case 'config':
        readConfig({ PORT: 'x' });
        break;
      case 'defect':
        throw new Error('unforeseen');
      case 'code':
        return 3;
      default:
        console.log(values.loud ? readFileSync(userPath(file), 'utf8') : file);
    }
    return Promise.resolve(0);
  },
});
