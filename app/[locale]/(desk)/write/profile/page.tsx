import type { Metadata } from 'next';
import { desk } from '@/app/desk';
import { timeZones } from '@/app/time-zones';
import { DeskShell } from '@/components/desk';
import { AccountForms, ProfileForm, ReviewFeed } from '@/components/profile';
import { signInProviders } from '@/lib/auth';
import { MIN_PASSWORD, profileOf } from '@/lib/members';
import { reviewFeedSince } from '@/lib/writing';

export async function generateMetadata(): Promise<Metadata> {
  const { i18n, site } = await desk();
  return { title: `${i18n.t('profile.title')} · ${site.name}` };
}

/** `/write/profile/`: one's own profile and account. */
export default async function Page() {
  const { member, i18n, site } = await desk();
  const profile = await profileOf(member, member.memberId);
  const reviewSince = await reviewFeedSince(member);
  const providers = new Map(signInProviders().map(({ id, name }) => [id as string, name]));
  return (
    <DeskShell site={site} i18n={i18n} member={member} section="profile">
      <div className="admin-room">
        <h1>{i18n.t('profile.title')}</h1>
        <ProfileForm
          profile={profile}
          address={`/api/members/${profile.memberId}/profile/`}
          timeZones={timeZones(profile.timeZone)}
        />
        <AccountForms
          email={profile.email}
          names={Object.values(profile.names)}
          hasPassword={profile.hasPassword}
          identities={profile.identities.map((id) => providers.get(id) ?? id)}
          least={MIN_PASSWORD}
        />
        {reviewSince !== undefined && <ReviewFeed since={reviewSince?.toISOString() ?? null} />}
      </div>
    </DeskShell>
  );
}
