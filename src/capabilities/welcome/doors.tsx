import { Page } from '../../web/page.tsx';

export function Doors() {
  return <Page title="Doors" />;
}
