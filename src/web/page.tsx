import type { ReactNode } from 'react';

type PageProps = {
  title: string;
  /** The answer in a sentence, under the title. */
  sentence?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  children?: ReactNode;
};

/** The layout of every page: title, one lead sentence, content. Sets the document's title. */
export function Page({ title, sentence, actions, children }: PageProps) {
  return (
    <div className="page">
      <title>{`${title} · Evenkeel`}</title>
      <header className="page-head">
        <h1 tabIndex={-1}>{title}</h1>
        {actions ? <div className="page-actions">{actions}</div> : null}
        {sentence ? <p className="lead">{sentence}</p> : null}
      </header>
      {children}
    </div>
  );
}
