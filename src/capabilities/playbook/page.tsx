import { Page } from '../../web/page.tsx';

export function PlaybookPage() {
  return <Page title="PlaybookPage" />;
}
