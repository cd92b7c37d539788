import './welcome.css';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFirmChange, useWhereabouts } from '../../web/firm.ts';
import { Page } from '../../web/page.tsx';
import { ErrorState } from '../../web/states.tsx';
import { openSample, SAMPLES, type SampleName } from './contract.ts';
import { FirmName } from './firm-name.tsx';
import { SAMPLE_STORIES } from './samples.ts';

/** The three doors. */
export function Doors() {
  return (
    <Page
      title="Who should lead this helpdesk?"
      sentence="Evenkeel answers with evidence and with reasons you can check. Names, teams and five plain questions are enough for a first answer, in about ten minutes."
    >
      <div className="doors">
        <OwnDoors />
        <SampleDoor />
      </div>
    </Page>
  );
}

type Way = { to: string; label: string };

/** Both ways of one's own need a firm to put things in: asked for once, only where there is none. */
function OwnDoors() {
  const { data } = useWhereabouts();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState<Way | null>(null);
  const own = data?.firm && !data.firm.sample ? data.firm : null;
  const go = (way: Way) => {
    if (!own) return setWanted(way);
    const [path, query] = way.to.split('?');
    void navigate({ to: path ?? '/', search: Object.fromEntries(new URLSearchParams(query)) });
  };
  if (wanted) return <FirmName onward={wanted} onBack={() => setWanted(null)} />;
  return (
    <>
      <section className="door-section">
        <h2>Bring your people</h2>
        <p>Type who is there and which team lacks a lead, or bring a list. Then five questions about each.</p>
        <div className="page-actions">
          <Button onClick={() => go({ to: '/people/add', label: 'Type them in' })}>Type them in</Button>
          <Button variant="default" onClick={() => go({ to: '/data/add?kind=people', label: 'Bring a list' })}>
            Bring a list (CSV)
          </Button>
        </div>
        {own ? <p className="quiet">They go into {own.name}.</p> : null}
      </section>
      <section className="door-section">
        <h2>Bring your tickets</h2>
        <p>
          An export of your ticket system says how people work on like tickets. Titles and texts are not read, and
          nothing leaves this computer.
        </p>
        <div className="page-actions">
          <Button variant="default" onClick={() => go({ to: '/data/add?kind=tickets', label: 'Bring tickets' })}>
            Bring tickets (CSV)
          </Button>
        </div>
      </section>
    </>
  );
}

function SampleDoor() {
  const navigate = useNavigate();
  const open = useFirmChange(openSample);
  const making = open.isPending ? open.variables.sample : null;
  const choose = (sample: SampleName) => open.mutate({ sample }, { onSuccess: () => void navigate({ to: '/' }) });
  return (
    <section className="door-section">
      <h2>Or try a sample firm</h2>
      <p>Made up, labelled on every page, and gone with one click.</p>
      {open.error ? <ErrorState error={open.error} /> : null}
      <ul className="samples">
        {SAMPLES.map((sample) => (
          <li key={sample}>
            <button type="button" className="sample" disabled={open.isPending} onClick={() => choose(sample)}>
              <strong>{SAMPLE_STORIES[sample].title}</strong>
              <span className="quiet">{making === sample ? 'Making it…' : SAMPLE_STORIES[sample].size}</span>
              <span className="sample-story">{SAMPLE_STORIES[sample].story}</span>
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="only-heard">
        {making ? `Making ${SAMPLE_STORIES[making].title}…` : ''}
      </p>
    </section>
  );
}
