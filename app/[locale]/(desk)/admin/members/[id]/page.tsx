import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { administration } from '@/app/admin';
import { parameter } from '@/app/reading';
import { timeZones } from '@/app/time-zones';
import { AdminShell } from '@/components/admin';
import { ProfileForm } from '@/components/profile';
import { AccessError } from '@/lib/access';
import { localized } from '@/lib/i18n';
import { profileOf } from '@/lib/members';

interface Props {
  params: Promise<{ id: string }>;
}

async function load({ params }: Props) {
  const context = await administration('member.manage');
  try {
    const profile = await profileOf(context.member, parameter((await params).id));
    return { context, profile };
  } catch (error) {
    if (error instanceof AccessError) notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { context, profile } = await load(props);
  return { title: `${localized(profile.names, context.i18n.locale)} · ${context.site.name}` };
}

/** `/admin/members/<id>/`: somebody else's profile, an imported author's for instance. */
export default async function Page(props: Props) {
  const { context, profile } = await load(props);
  return (
    <AdminShell room="members" title={localized(profile.names, context.i18n.locale)} {...context}>
      <ProfileForm
        profile={profile}
        address={`/api/members/${profile.memberId}/profile/`}
        timeZones={timeZones(profile.timeZone)}
        isOwn={false}
      />
    </AdminShell>
  );
}
