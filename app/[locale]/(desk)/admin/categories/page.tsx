import type { Metadata } from 'next';
import { administration } from '@/app/admin';
import { AdminShell, CategoryManager } from '@/components/admin';
import { managedCategories } from '@/lib/posts';

export async function generateMetadata(): Promise<Metadata> {
  const { i18n, site } = await administration('settings.write');
  return { title: `${i18n.t('admin.categories')} · ${site.name}` };
}

/** `/admin/categories/` */
export default async function Page() {
  const context = await administration('settings.write');
  return (
    <AdminShell room="categories" title={context.i18n.t('admin.categories')} {...context}>
      <CategoryManager categories={await managedCategories(context.member)} />
    </AdminShell>
  );
}
