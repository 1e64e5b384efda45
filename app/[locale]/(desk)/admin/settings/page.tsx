import type { Metadata } from 'next';
import { administration } from '@/app/admin';
import { timeZones } from '@/app/time-zones';
import { AdminShell, HubPings, SettingsForm } from '@/components/admin';
import { hubState } from '@/lib/push';
import { settingsForm } from '@/lib/settings';

export async function generateMetadata(): Promise<Metadata> {
  const { i18n, site } = await administration('settings.write');
  return { title: `${i18n.t('admin.settings')} · ${site.name}` };
}

/** `/admin/settings/` */
export default async function Page() {
  const context = await administration('settings.write');
  const [form, hub] = await Promise.all([settingsForm(context.member), hubState(context.member)]);
  return (
    <AdminShell room="settings" title={context.i18n.t('admin.settings')} {...context}>
      <SettingsForm form={form} timeZones={timeZones(form.settings.timeZone)} />
      {hub && <HubPings state={hub} />}
    </AdminShell>
  );
}
