import fc from 'fast-check';

/**
 * Every run tries the same cases, so that what fails has a cause in what changed. Other cases:
 * `EVENKEEL_SEED=$RANDOM npm test`.
 */
fc.configureGlobal({ seed: Number(process.env.EVENKEEL_SEED ?? 20_261_124) });

export default fc;
