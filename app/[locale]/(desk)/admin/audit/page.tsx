import type { Metadata } from 'next';
import { z } from 'zod';
import { administration } from '@/app/admin';
import { AdminShell, AuditLog } from '@/components/admin';
import { auditActors, auditPage } from '@/lib/audit';

export async function generateMetadata(): Promise<Metadata> {
  const { i18n, site } = await administration('audit.read');
  return { title: `${i18n.t('admin.audit')} · ${site.name}` };
}

/** Anything that is not of this form filters nothing. */
const part = (form: RegExp) => z.string().regex(form).optional().catch(undefined);
const queryOf = z.object({
  actor: part(/^[\w-]{1,64}$/),
  action: part(/^[a-z]{1,30}(?:\.[a-z-]{1,40})?$/),
  subject: part(/^[a-z]{1,30}:[\w-]{1,64}$/),
  after: part(/^[\w-]{1,90}$/),
});

/** `/admin/audit/` */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const context = await administration('audit.read');
  const query = queryOf.parse(await searchParams);
  const { member, i18n } = context;
  const [list, actors] = await Promise.all([
    auditPage(member, query, i18n.locale),
    auditActors(member, i18n.locale),
  ]);
  return (
    <AdminShell room="audit" title={i18n.t('admin.audit')} {...context}>
      <AuditLog list={list} actors={actors} query={query} i18n={i18n} />
    </AdminShell>
  );
}
