import type { Cluster, HelpLayout } from './layout.ts';
import { clusterName, type DrawnHelp, nodeName } from './words.ts';

type NamesProps = { help: DrawnHelp; layout: HelpLayout };

/** The names beside the dots; for the eye alone, the table has them for everybody. */
export function HelpNames({ help, layout: { clusters, x, width } }: NamesProps) {
  const placeOf = ({ bank }: Cluster) =>
    bank === 'left' ? { left: 0, width: x.left - 24 } : { left: x.right + 24, width: width - x.right - 24 };
  return (
    <div aria-hidden="true">
      {clusters.map((cluster) => {
        const first = cluster.rows[0]!.node;
        const team = help.teams.find(({ teamId }) => teamId === first.teamId);
        const place = placeOf(cluster);
        return (
          <div key={cluster.key} className={`help-bank help-bank-${cluster.bank}`}>
            <p className="help-heading" style={{ ...place, top: cluster.top }}>
              <bdi>{clusterName(help, first)}</bdi>
              {team ? <span className="quiet"> · {team.people}</span> : null}
            </p>
            {cluster.rows.map(({ node, y }) => (
              <p key={node.key} className="help-name" style={{ ...place, top: y - 15 }}>
                <bdi className={node.kind === 'person' ? undefined : 'quiet'}>{nodeName(help, node)}</bdi>
              </p>
            ))}
          </div>
        );
      })}
    </div>
  );
}
