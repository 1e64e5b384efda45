import { notFound, permanentRedirect } from 'next/navigation';
import { hrefOf, localizePath } from '@/lib/i18n';
import { formerAddress } from '@/lib/posts';

/**
 * For an address that nothing has at present: leads to where the post that once had it is now, or there is no page.
 *
 * @param path without language prefix, decoded, NFC, with trailing slash.
 */
export async function redirectFormer(path: string, locale: string): Promise<never> {
  const former = await formerAddress(path);
  if (former === null || former === 'gone') notFound();
  permanentRedirect(hrefOf(localizePath(former.path, locale)));
}
