/** A parsed mapping template. */
export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'reference'; reference: Reference; escaped: boolean; source: string }
  | { kind: 'set'; target: Reference; value: Expression }
  | { kind: 'if'; branches: Branch[] }
  | { kind: 'foreach'; name: string; over: Expression; body: Node[] }
  | { kind: 'define'; name: string; body: Node[] }
  | { kind: 'macro'; name: string; parameters: string[]; body: Node[] }
  | { kind: 'call'; name: string; inputs: Expression[]; body?: Node[] }
  | { kind: 'break' }
  | { kind: 'stop' };

export interface Branch {
  /** Absent for `#else`. */
  test?: Expression;
  body: Node[];
}

export interface Reference {
  name: string;
  steps: Step[];
}

export type Step =
  | { kind: 'property'; name: string }
  | { kind: 'method'; name: string; inputs: Expression[] }
  | { kind: 'index'; index: Expression };

export type Expression =
  | { kind: 'literal'; value: string | number | boolean }
  | { kind: 'interpolated'; nodes: Node[] }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'range'; from: Expression; to: Expression }
  | { kind: 'map'; entries: Array<readonly [Expression, Expression]> }
  | { kind: 'not'; operand: Expression }
  | { kind: 'negative'; operand: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression };

export type BinaryOperator =
  | 'or'
  | 'and'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';
