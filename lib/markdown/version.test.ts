import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { renderingKey } from './key';
import { options } from './testing';
import { KATEX_VERSION, rendererVersion, SHIKI_VERSION } from './version';

describe('the renderer version', () => {
  it('names the parts that draw', () => {
    const require = createRequire(import.meta.url);
    const installed = (name: string) => (require(`${name}/package.json`) as { version: string }).version;
    // These fail when an update needs a new version of the renderer.
    expect(rendererVersion).toContain(`katex-${installed('katex')}`);
    expect(KATEX_VERSION).toBe(installed('katex'));
    expect(SHIKI_VERSION).toBe(installed('shiki'));
  });
});

describe('the key of a rendering', () => {
  it('is the same for the same options, in whatever order macros are', () => {
    const one = renderingKey({ ...options, macros: { '\\a': '1', '\\b': '2' } });
    const two = renderingKey({ ...options, macros: { '\\b': '2', '\\a': '1' } });
    expect(one).toBe(two);
    expect(one).toMatch(/^[\w-]{22}$/);
  });

  it.each([
    [{ language: 'en' }],
    [{ origin: 'https://other.example' }],
    [{ macros: { '\\a': '1' } }],
    [{ idPrefix: 'x-' }],
    [{ path: '/other/' }],
    [{ typography: false }],
  ])('changes with %j', (more) => {
    expect(renderingKey({ ...options, ...more })).not.toBe(renderingKey(options));
  });
});
