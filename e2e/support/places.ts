import { fileURLToPath } from 'node:url';

/** Environment variables by which the global set-up tells the tests where each blog is. */
export const places = {
  blog: { url: 'NONMUN_E2E_URL', pristine: 'NONMUN_E2E_PRISTINE' },
  hostile: { url: 'NONMUN_E2E_HOSTILE_URL', pristine: 'NONMUN_E2E_HOSTILE_PRISTINE' },
  seed: { url: 'NONMUN_E2E_SEED_URL', pristine: 'NONMUN_E2E_SEED_PRISTINE' },
} as const;

/** A blog of the tests: the ordinary one, the one that means harm, and a real one where there is one. */
export type BlogName = keyof typeof places;

/** A real blog that may lie beside the checkout; without it the tests that need it do not exist. */
export const SEED = fileURLToPath(new URL('../../../shared/seed', import.meta.url));

/** @throws {Error} when the set-up did not run. */
export function place(name: BlogName, kind: 'url' | 'pristine' = 'url'): string {
  const value = process.env[places[name][kind]];
  if (value === undefined) throw new Error(`${places[name][kind]} is not set; the global set-up sets it.`);
  return value;
}

/** Addresses of the fixture, decoded. */
export const paths = {
  everything: '/ai/2023-03/230315-확산-모델diffusion-정리/',
  translated: '/ai/2023-02/230208-배치-정규화/',
  english: '/ai/2023-04/230419-reading-together/',
  figure: '/ai/2023-02/230222-resnet-skip-connection/',
  oldest: '/ai/2023-01/230104-attention/',
  aliased: '/ai/2023-01/230118-dropout/',
  newest: '/algorithm/2023-06/230607-비트마스크/',
  draft: '/ai/2023-05/230524-초안/',
} as const;
