import type { Metadata } from 'next';
import { administration } from '@/app/admin';
import { AdminShell, MembersManager } from '@/components/admin';
import { lastActivity } from '@/lib/audit';
import { collator, localized } from '@/lib/i18n';
import { mailConfigured } from '@/lib/mail';
import { managedMembers, openInvitations } from '@/lib/members';

export async function generateMetadata(): Promise<Metadata> {
  const { i18n, site } = await administration('member.manage');
  return { title: `${i18n.t('admin.members')} · ${site.name}` };
}

/** `/admin/members/` */
export default async function Page() {
  const context = await administration('member.manage');
  const { member, i18n } = context;
  const [members, invitations, activity] = await Promise.all([
    managedMembers(member),
    openInvitations(member),
    lastActivity(member),
  ]);
  const { compare } = collator(i18n.locale);
  const listed = members
    .map((one) => ({ ...one, lastActiveAt: activity.get(one.id) ?? null }))
    .sort((a, b) => compare(localized(a.names, i18n.locale), localized(b.names, i18n.locale)));
  return (
    <AdminShell room="members" title={i18n.t('admin.members')} {...context}>
      <MembersManager
        members={listed}
        invitations={invitations}
        ownId={member.memberId}
        sendsMail={mailConfigured()}
      />
    </AdminShell>
  );
}
