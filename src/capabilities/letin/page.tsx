import { useOperation } from '../../web/client.ts';
import { Go } from '../../web/link.tsx';
import { Page } from '../../web/page.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { readLetIn } from './contract.ts';
import { type LetInItem, type LetInState, summary } from './items.ts';
import { TestMail } from './test-mail.tsx';
import './letin.css';

/** What is still open before the team can come in: each thing with how it stands and what to do. */
export function LetInPage() {
  const found = useOperation(readLetIn, {});
  return (
    <Page title="Let your team in" sentence={found.data ? summary(found.data.items) : undefined}>
      {found.isPending ? <Loading lines={8} /> : null}
      {found.error ? <ErrorState error={found.error} retry={() => void found.refetch()} /> : null}
      {found.data ? (
        <ol className="let-in">
          {found.data.items.map((item) => (
            <Item key={item.key} item={item} mail={found.data.mail} />
          ))}
        </ol>
      ) : null}
    </Page>
  );
}

const STATE_WORDS: Record<LetInState, string> = { done: 'Done', open: 'Open', yours: 'Yours to check' };
const STATE_SIGNS: Record<LetInState, string> = { done: '✓', open: '', yours: '?' };

const PAGE_WORDS: Record<string, string> = {
  '/settings/members': 'To the members',
  '/settings/sign-in': 'To single sign-on',
  '/account': 'To your account',
};

function Item({ item, mail }: { item: LetInItem; mail: boolean }) {
  return (
    <li className="let-in-item">
      <p className={`let-in-state let-in-${item.state}`}>
        <span aria-hidden="true" className="let-in-sign">
          {STATE_SIGNS[item.state]}
        </span>
        {STATE_WORDS[item.state]}
      </p>
      <div className="let-in-words">
        <h2>{item.title}</h2>
        <p>{item.text}</p>
        {item.todo ? <p>{item.todo}</p> : null}
        {item.page ? (
          <p>
            <Go to={item.page}>{PAGE_WORDS[item.page] ?? 'Go there'}</Go>
          </p>
        ) : null}
        {item.key === 'mail' && mail ? <TestMail /> : null}
        <p className="quiet">Step by step: docs/let-your-team-in.md, “{item.section}”.</p>
      </div>
    </li>
  );
}
