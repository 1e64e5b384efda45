import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blogEnvironment, runScript, startBlog, type Blog } from './support/blog';
import { places, SEED, type BlogName } from './support/places';

/** Imports each blog into data of its own and serves it; the addresses reach the tests by the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'nonmun-e2e-'));
  const blogs: Blog[] = [];
  const tearDown = async () => {
    const ended = await Promise.allSettled(blogs.map((blog) => blog.stop()));
    await rm(folder, { recursive: true, force: true });
    const failed = ended.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  };

  const serve = async (name: BlogName, ...sources: string[]) => {
    const dataDir = join(folder, name);
    for (const source of sources) {
      // What lies on other sites stays there: no test depends on the web.
      await runScript('scripts/import.ts', [source, '--no-fetch'], blogEnvironment(dataDir));
    }
    const pristine = `${dataDir}-pristine`;
    await cp(dataDir, pristine, { recursive: true });
    process.env[places[name].pristine] = pristine;
    const blog = await startBlog(dataDir);
    blogs.push(blog);
    process.env[places[name].url] = blog.url;
  };

  try {
    await serve('blog', 'e2e/fixtures/hugo-site');
    await serve('hostile', 'e2e/fixtures/hostile');
    if (existsSync(SEED)) await serve('seed', join(SEED, 'hugo-site'), join(SEED, 'index.xml'));
  } catch (error) {
    await tearDown().catch(() => undefined);
    throw error;
  }
  return tearDown;
}
