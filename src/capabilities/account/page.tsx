import './account.css';

export { AccountPage } from './account-page.tsx';
export { InvitationPage } from './invitation-page.tsx';
export { MembersPage } from './members-page.tsx';
export { ProvidersPage } from './providers-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
