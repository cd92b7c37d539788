/** Quantities that must not be mixed up carry their unit in the type; the brand exists only while compiling. */
declare const unit: unique symbol;
type Quantity<U extends string> = number & { readonly [unit]: U };

/** Hours of work, usually a week. */
export type Hours = Quantity<'hours'>;
/** Minutes of work or waiting. */
export type Minutes = Quantity<'minutes'>;
/** A part of a whole, 0 to 1. */
export type Share = Quantity<'share'>;
/** A point on the level scale: 2 learning, 3 solid, 4 strong, 5 outstanding. Estimates may lie outside 1 to 5. */
export type Level = Quantity<'level'>;

export const hours = (value: number): Hours => value as Hours;
export const minutes = (value: number): Minutes => value as Minutes;
export const share = (value: number): Share => value as Share;
export const level = (value: number): Level => value as Level;
