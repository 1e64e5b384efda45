import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import house from './house.mjs';

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser },
    plugins: { house },
    rules: { 'house/arrows': 'error' },
  },
});

async function messages(filePath: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap((result) => result.messages.map((it) => it.messageId ?? it.message));
}

const FORBIDDEN: [file: string, code: string, message: string][] = [
  // app → components → lib, never back
  ['components/ui/button.tsx', "import Page from '@/app/page';", 'part'],
  ['components/ui/button.tsx', "import { run } from '@/scripts/lib/command';", 'part'],
  ['app/page.tsx', "import { run } from '@/scripts/lib/command';", 'part'],
  ['app/page.tsx', "import { open } from '@/e2e/browser';", 'part'],
  ['lib/posts/index.ts', "import { Card } from '@/components/card';", 'part'],
  ['lib/posts/index.ts', "export { Card } from '../../components/card';", 'part'],
  ['lib/posts/index.ts', "const page = await import('@/app/page');", 'part'],
  ['lib/posts/index.ts', "type Page = import('@/app/page').Page;", 'part'],
  ['scripts/export.ts', "import Page from '@/app/page';", 'part'],
  // components hold no queries
  ['components/reading/list.tsx', "import { listPosts } from '@/lib/posts';", 'componentRoom'],
  ['components/reading/list.tsx', "import { db } from '@/lib/db';", 'componentRoom'],
  ['components/reading/list.tsx', "import { type PostView, listPosts } from '@/lib/posts';", 'componentRoom'],
  ['components/editor/view.tsx', "import { renderPost } from '@/lib/markdown';", 'componentRoom'],
  // one door for each room
  ['app/page.tsx', "import { listPosts } from '@/lib/posts/list';", 'door'],
  ['app/page.tsx', "import { PostView } from '@/lib/posts/views';", 'door'],
  ['app/page.tsx', "import type { Secret } from '@/lib/posts/list';", 'door'],
  ['lib/transfer/index.ts', "import { listPosts } from '@/lib/posts/list';", 'door'],
  ['lib/transfer/index.ts', "import { listPosts } from '../posts/list';", 'door'],
  ['lib/transfer/index.ts', "export * from '../posts/views';", 'door'],
  ['lib/transfer/index.test.ts', "import { listPosts } from '../posts/list';", 'door'],
  ['scripts/export.ts', "import { listPosts } from '@/lib/posts/list.js';", 'door'],
  ['lib/posts/index.ts', "import { useDatabase } from '@/lib/db/testing';", 'door'],
  ['app/page.tsx', "import type { Post } from '@/lib/db/generated/sqlite/client';", 'generated'],
  ['scripts/export.ts', "import { Prisma } from '@/lib/db/generated/sqlite/client';", 'generated'],
  // from use cases to concepts to ground
  ['lib/db/index.ts', "import { listPosts } from '@/lib/posts';", 'order'],
  ['lib/access/index.ts', "import type { MemberView } from '@/lib/members';", 'order'],
  ['lib/posts/index.ts', "import { importFolder } from '@/lib/transfer';", 'order'],
  ['lib/media/index.ts', "import { listPosts } from '@/lib/posts';", 'order'],
  ['lib/http/index.ts', "import { db } from '@/lib/db';", 'order'],
  ['lib/somewhere/index.ts', "import { db } from '@/lib/db';", 'unknown'],
  // pure rooms
  ['lib/markdown/index.ts', "import { readFileSync } from 'node:fs';", 'pure'],
  ['lib/markdown/index.ts', "import { readFile } from 'fs/promises';", 'pure'],
  ['lib/feeds/index.ts', "import { db } from '@/lib/db';", 'pure'],
  ['lib/feeds/index.ts', "import type { Post } from '@/lib/db/generated/sqlite/client';", 'pure'],
  ['lib/i18n/index.ts', "import { Client } from 'pg';", 'pure'],
  // the framework stays outside
  ['lib/posts/index.ts', "import { cacheTag } from 'next/cache';", 'framework'],
  ['lib/http/index.ts', "import next from 'next';", 'framework'],
  ['lib/members/index.ts', "import NextAuth from 'next-auth';", 'framework'],
];

const ALLOWED: [file: string, code: string][] = [
  ['app/page.tsx', "import { List } from '@/components/reading/list';"],
  ['app/page.tsx', "import { listPosts } from '@/lib/posts';"],
  ['app/page.tsx', "import type { PostView } from '@/lib/posts/views';"],
  ['components/reading/list.tsx', "import type { PostView } from '@/lib/posts/views';"],
  ['components/reading/list.tsx', "import { type PostView } from '@/lib/posts/types';"],
  ['components/reading/list.tsx', "import { translate } from '@/lib/i18n';"],
  ['components/reading/list.tsx', "import Link from 'next/link';"],
  ['components/editor/view.tsx', "import { articleElement } from '@/lib/markdown/preview';"],
  ['lib/transfer/feed.ts', "import { htmlToMarkdown } from '@/lib/markdown/paste';"],
  ['lib/posts/index.ts', "import { publish } from './publish';"],
  ['lib/posts/publish.ts', "import { db } from '@/lib/db';"],
  ['lib/posts/publish.ts', "import type { Prisma } from '@/lib/db/generated/sqlite/client';"],
  ['lib/posts/publish.ts', "import { render } from '@/lib/markdown';"],
  ['lib/posts/publish.ts', "import { storeImage } from '@/lib/media';"],
  ['lib/transfer/index.ts', "import { listPosts } from '@/lib/posts';"],
  ['lib/auth/index.ts', "import NextAuth from 'next-auth';"],
  ['lib/markdown/index.test.ts', "import { readFileSync } from 'node:fs';"],
  ['lib/posts/publish.integration.test.ts', "import { useDatabase } from '@/lib/db/testing';"],
  ['lib/posts/publish.integration.test.ts', "import { openScratch } from '@/scripts/testing/database';"],
  ['scripts/schema.ts', "import { postgresqlSchema } from '@/lib/db/schema-files';"],
  ['e2e/reading.spec.ts', "import { findBrowser } from '@/scripts/lib/browser';"],
];

describe('house/arrows', () => {
  it.each(FORBIDDEN)('%s: %s is reported', async (file, code, message) => {
    expect(await messages(file, code)).toEqual([message]);
  });

  it.each(ALLOWED)('%s: %s is fine', async (file, code) => {
    expect(await messages(file, code)).toEqual([]);
  });

  it('tells what to do instead', async () => {
    const [result] = await eslint.lintText("import { listPosts } from '@/lib/posts/list';", {
      filePath: 'app/page.tsx',
    });
    expect(result?.messages[0]?.message).toBe(
      "lib/posts/list is behind the door of lib/posts. Import from '@/lib/posts', and export what you need " +
        'from its index.ts (types alone may come from types.ts or views.ts, with `import type`).',
    );
  });
});
