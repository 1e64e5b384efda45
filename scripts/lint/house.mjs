/**
 * The arrows of the house, as an ESLint rule: who may import whom.
 * docs/architecture.md shows the picture; the tables below are the law.
 */
import { dirname, extname, join, relative, resolve } from 'node:path/posix';

/**
 * The rooms of lib, from use cases to ground. A room may import those below
 * it; within a storey, those further right. So no two can need each other.
 */
const STOREYS = [
  ['discussion', 'rounds', 'push', 'metadata', 'feeds', 'writing', 'transfer', 'auth'],
  ['posts', 'papers', 'media', 'members', 'settings'],
  ['http'],
  ['search', 'mail', 'jobs', 'audit', 'cache', 'access'],
  ['db', 'fetch', 'config'],
  ['markdown', 'i18n'],
];
const ORDER = STOREYS.flat();

/** Rooms that may import less than their place in the order would let them. */
const ONLY = {
  http: ['cache', 'config', 'i18n'],
};

/** Rooms that compute: they touch no database, no files, no network themselves. */
const PURE = ['markdown', 'feeds', 'i18n'];
const IMPURE_MODULES =
  /^(?:node:)?(?:fs|net|http|https|http2|child_process)(?:\/|$)|^(?:pg|better-sqlite3)$|^@prisma\//;

/** Modules beside index.ts that may be imported from outside, for their types alone. */
const TYPE_DOORS = ['types', 'views'];

/** Second doors, for what runs in the browser: nothing behind them needs Node. */
const BROWSER_DOORS = [
  'lib/markdown/preview',
  'lib/markdown/paste',
  'lib/markdown/syntax',
  'lib/papers/identifiers',
];

/** A room's help for the tests of others. */
const TEST_DOOR = 'testing';

/** Files that may go behind a door, and why. */
const BACK_DOORS = {
  // Developer's tool that writes schemas and migrations; the server never needs it.
  'scripts/schema.ts': ['lib/db/schema-files'],
};

/** What each part may import at run time. `lib` stands for all rooms. */
const PARTS = {
  app: ['app', 'components', 'lib', 'messages'],
  components: ['components', 'lib/i18n', 'messages'],
  lib: ['lib', 'messages'],
  scripts: ['scripts', 'lib', 'prisma'],
  e2e: ['e2e', 'scripts', 'lib', 'messages'],
  messages: ['messages'],
};

const REMEDY = {
  app: 'Nothing imports app/: put what both need into components/ or lib/.',
  components: 'Turn it round: let the page in app/ ask lib and hand the result to the component.',
  scripts: 'Move what is needed into a room of lib/; scripts are thin command lines over it.',
  e2e: 'End-to-end helpers stay in e2e/.',
};

/** @type {import('eslint').Rule.RuleModule} */
const arrows = {
  meta: {
    type: 'problem',
    docs: { description: 'imports follow the arrows app → components → lib, through the doors of the rooms' },
    schema: [],
    messages: {
      part: '{{from}} may not import {{to}}. {{remedy}}',
      componentRoom:
        'A component takes data and holds no queries, so it may import only types from {{to}}. Let the page in app/ ask {{to}} and pass the result in.',
      door: "{{to}} is behind the door of lib/{{room}}. Import from '@/lib/{{room}}', and export what you need from its index.ts (types alone may come from types.ts or views.ts, with `import type`).",
      generated:
        'Only rooms of lib import the generated database client. Ask a room for it, or add a function to the room that owns this data.',
      order:
        'lib/{{from}} stands below or beside lib/{{to}} and may not import it. Move the shared part down, or let the caller pass it in (order: {{order}}).',
      unknown: 'lib/{{room}} has no place yet. Add it to STOREYS in scripts/lint/house.mjs.',
      pure: "lib/{{room}} is pure and may not import '{{name}}'. Let the caller fetch it and pass it in.",
      framework:
        "lib knows nothing of the framework and may not import '{{name}}'. Keep it in app/ and pass plain values to lib.",
    },
  },
  create(context) {
    const root = context.cwd;
    const file = relative(root, context.filename);
    const from = place(file);
    if (!from) return {};
    const isTest = /\.test\.tsx?$|(?:^|\/)testing(?:\/|\.ts$)/.test(file) || from.part === 'e2e';

    /** @param {import('estree').Node} node @param {unknown} name @param {boolean} typeOnly */
    function check(node, name, typeOnly) {
      if (typeof name !== 'string') return;
      /** @type {(messageId: string, data?: Record<string, string>) => void} */
      const report = (messageId, data = {}) => context.report({ node, messageId, data });
      const path = toPath(root, file, name);
      if (path === null) {
        checkPackage(name, report);
        return;
      }
      const to = place(path);
      if (!to) return;

      if (from.part === 'components' && BROWSER_DOORS.includes(path)) return;
      if (from.part === 'components' && to.room && to.room !== 'i18n' && !typeOnly) {
        report('componentRoom', { to: `lib/${to.room}` });
        return;
      }
      const typesForComponents = from.part === 'components' && to.part === 'lib' && typeOnly;
      const allowed = PARTS[from.part].some((it) => it === to.part || it === `lib/${to.room}`);
      if (!allowed && !typesForComponents && !(isTest && to.part === 'scripts')) {
        report('part', { from: `${from.part}/`, to: `${to.part}/`, remedy: REMEDY[to.part] ?? '' });
        return;
      }
      if (to.room && to.room !== from.room) checkRoom(to, path, typeOnly, report);
    }

    /** @param {string} name @param {(messageId: string, data: Record<string, string>) => void} report */
    function checkPackage(name, report) {
      if (!from.room || isTest) return;
      if (PURE.includes(from.room) && IMPURE_MODULES.test(name)) report('pure', { room: from.room, name });
      if (from.room !== 'auth' && /^next(?:$|[/-])/.test(name)) report('framework', { name });
    }

    /**
     * @param {{ room: string, inner: string }} to
     * @param {string} path
     * @param {boolean} typeOnly
     * @param {(messageId: string, data?: Record<string, string>) => void} report
     */
    function checkRoom(to, path, typeOnly, report) {
      if (to.room === 'db' && to.inner.startsWith('generated')) {
        if (from.part !== 'lib') report('generated');
        else if (PURE.includes(from.room)) report('pure', { room: from.room, name: path });
        return;
      }
      const throughDoor = to.inner === '' || to.inner === 'index' || BROWSER_DOORS.includes(path);
      const typeDoor = typeOnly && TYPE_DOORS.includes(to.inner);
      const testDoor = isTest && to.inner === TEST_DOOR;
      if (!throughDoor && !typeDoor && !testDoor && !BACK_DOORS[file]?.includes(path)) {
        report('door', { to: path, room: to.room });
      }
      if (from.room && !isTest) checkOrder(from.room, to.room, report);
    }

    return {
      ImportDeclaration: (node) => check(node.source, node.source.value, isTypeOnly(node, 'importKind')),
      ExportNamedDeclaration: (node) => {
        if (node.source) check(node.source, node.source.value, isTypeOnly(node, 'exportKind'));
      },
      ExportAllDeclaration: (node) => check(node.source, node.source.value, node.exportKind === 'type'),
      ImportExpression: (node) => check(node.source, node.source.value, false),
      TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value, true),
    };
  },
};

/** @param {string} from @param {string} to @param {(messageId: string, data: Record<string, string>) => void} report */
function checkOrder(from, to, report) {
  const unknown = [from, to].find((room) => !ORDER.includes(room));
  if (unknown) {
    report('unknown', { room: unknown });
    return;
  }
  if (PURE.includes(from) && to === 'db') {
    report('pure', { room: from, name: `lib/${to}` });
  } else if (ORDER.indexOf(to) < ORDER.indexOf(from) || (ONLY[from] && !ONLY[from].includes(to))) {
    report('order', { from, to, order: ORDER.join(' → ') });
  }
}

/**
 * @param {string} path relative to the checkout, with or without extension.
 * @returns where it lies in the house, or null outside of it.
 */
function place(path) {
  const [part, room, ...inner] = path.split('/');
  if (!(part in PARTS) && part !== 'prisma') return null;
  if (part !== 'lib' || !room) return { part, room: undefined, inner: '' };
  return { part, room: withoutExtension(room), inner: withoutExtension(inner.join('/')) };
}

/** @returns {string | null} the imported file relative to the checkout, or null for a package. */
function toPath(root, file, name) {
  if (name.startsWith('@/')) return withoutExtension(join('.', name.slice(2)));
  if (!name.startsWith('.')) return null;
  return withoutExtension(relative(root, resolve(root, dirname(file), name)));
}

function withoutExtension(path) {
  return /^\.[cm]?[jt]sx?$/.test(extname(path)) ? path.slice(0, -extname(path).length) : path;
}

/** `import type …`, or a list in which every name is marked `type`. */
function isTypeOnly(node, kind) {
  if (node[kind] === 'type') return true;
  return node.specifiers.length > 0 && node.specifiers.every((it) => it[kind] === 'type');
}

/** The rule as an ESLint plugin, `house/arrows`. @type {import('eslint').ESLint.Plugin} */
const house = { meta: { name: 'house' }, rules: { arrows } };
export default house;
