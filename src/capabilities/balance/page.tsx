import { Page } from '../../web/page.tsx';

export function BalancePage() {
  return <Page title="BalancePage" />;
}
