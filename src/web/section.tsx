import { type ReactNode, useId } from 'react';

type SectionProps = { title: string; note?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A titled part of a page: a heading, a quiet note and the content; never a card. */
export function Section({ title, note, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </div>
      {note ? <p className="quiet">{note}</p> : null}
      {children}
    </section>
  );
}
