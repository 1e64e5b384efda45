import { redirect } from 'next/navigation';
import { administration } from '@/app/admin';

/** `/admin/` */
export default async function Page() {
  await administration('member.manage');
  redirect('/admin/members/');
}
