import './scenarios.css';

export { KeepBar } from './keep-bar.tsx';
export { PoliciesPart } from './policies-part.tsx';
export { ScenariosPart } from './scenarios-part.tsx';
