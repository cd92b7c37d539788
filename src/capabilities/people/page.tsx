import { Page } from '../../web/page.tsx';

export function PeoplePage() {
  return <Page title="PeoplePage" />;
}

export function ProfilePage() {
  return <Page title="ProfilePage" />;
}

export function QuestionsPage() {
  return <Page title="QuestionsPage" />;
}
