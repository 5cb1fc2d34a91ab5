import { AwsError } from '#sandbox/core/errors.ts';
import { eventPrefix } from './records.ts';
import { invalid } from './rules.ts';

/**
 * Where in time: milliseconds, then arrival in the group. The same in every stream, so that one position says how far
 * a search through many streams has come. Events have even arrivals, odd ones are the gaps between: a token points into a gap and
 * can be read from in both directions without losing or repeating an event.
 */
export interface Position {
  at: number;
  arrival: number;
}

export function eventKey(group: string, stream: string, at: number, sequence: number): string {
  return eventPrefix(group, stream) + written({ at, arrival: sequence * 2 });
}

export function written({ at, arrival }: Position): string {
  return `${digits(at, 15)}:${digits(arrival, 15)}`;
}

export function positionOf(key: string): Position {
  const [at, arrival] = key.split(':').slice(-2);
  return { at: Number(at), arrival: Number(arrival) };
}

export function before({ at, arrival }: Position): Position {
  return { at, arrival: arrival - 1 };
}

export function after({ at, arrival }: Position): Position {
  return { at, arrival: arrival + 1 };
}

/** 56 digits, as AWS writes the ids of events. */
export function eventId({ at, arrival }: Position): string {
  return digits(at, 15) + digits(arrival, 41);
}

export type Direction = 'f' | 'b';

/** `f/…/s` reads on, `b/…/s` reads back. */
export function token(direction: Direction, position: Position): string {
  return `${direction}/${eventId(position)}/s`;
}

export function readToken(text: string): { direction: Direction; position: Position } {
  const [, direction, at, arrival] = /^([fb])\/(\d{15})(\d{41})\/s$/.exec(text) ?? [];
  if (direction === undefined) throw new AwsError(invalid, 'The specified nextToken is invalid.');
  return { direction: direction as Direction, position: { at: Number(at), arrival: Number(arrival) } };
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0');
}
