import { useOperation } from '../../web/client.ts';
import { Page } from '../../web/page.tsx';
import { ErrorState, Loading } from '../../web/states.tsx';
import { BalanceView } from './balance-view.tsx';
import { readBalance } from './contract.ts';
import './picture.css';
import './steps.css';

/** Is our leadership balanced for our size: the sentence, the picture, at most three next steps. */
export function BalancePage() {
  const balance = useOperation(readBalance, {});
  if (balance.data) return <BalanceView balance={balance.data} />;
  return (
    <Page title="Balance">
      {balance.error ? (
        <ErrorState error={balance.error} retry={() => void balance.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}
