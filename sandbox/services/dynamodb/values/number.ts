import { invalid } from '../errors.ts';

/** 0.d₁d₂… × 10^exponent; zero has no digits. */
interface Decimal {
  negative: boolean;
  digits: string;
  exponent: number;
}

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/;
const MAX_DIGITS = 38;
const MAX_EXPONENT = 126;
const MIN_EXPONENT = -129;

/** DynamoDB's own form of a number: plain decimal notation without needless zeros. */
export function normalizeNumber(text: string): string {
  return formatNumber(parseNumber(text));
}

export function compareNumbers(left: string, right: string): number {
  const a = sortableNumber(left);
  const b = sortableNumber(right);
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addNumbers(left: string, right: string, sign: 1 | -1 = 1): string {
  const [a, b] = [parseNumber(left), parseNumber(right)];
  const scale = Math.min(a.exponent - a.digits.length, b.exponent - b.digits.length);
  const sum = toBigInt(a, scale) + BigInt(sign) * toBigInt(b, scale);
  return normalizeNumber(`${sum}E${scale}`);
}

/** ASCII text that sorts as the number does, whatever its sign and size. */
export function sortableNumber(text: string): string {
  const { negative, digits, exponent } = parseNumber(text);
  if (digits === '') return 'O';
  const biased = String(exponent + 500).padStart(3, '0');
  if (!negative) return `P${biased}${digits}`;
  return `N${complement(biased)}${complement(digits)}~`;
}

function complement(digits: string): string {
  return digits.replace(/\d/g, (digit) => String(9 - Number(digit)));
}

export function significantDigits(text: string): number {
  return parseNumber(text).digits.length;
}

export function isNegative(text: string): boolean {
  return parseNumber(text).negative;
}

function parseNumber(text: string): Decimal {
  if (text === '') throw invalid('The parameter cannot be converted to a numeric value');
  const match = PATTERN.exec(text);
  const [, sign, whole = '', fraction = '', power = '0'] = match ?? [];
  if (!match || whole + fraction === '') {
    throw invalid(`The parameter cannot be converted to a numeric value: ${text}`);
  }
  const all = whole + fraction;
  const leading = all.length - all.replace(/^0+/, '').length;
  const digits = all.slice(leading).replace(/0+$/, '');
  if (digits === '') return { negative: false, digits, exponent: 0 };
  const exponent = whole.length - leading + Number(power);
  if (exponent > MAX_EXPONENT) {
    throw invalid('Number overflow. Attempting to store a number with magnitude larger than supported range');
  }
  if (exponent < MIN_EXPONENT) {
    throw invalid(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  }
  if (digits.length > MAX_DIGITS) {
    throw invalid('Attempting to store more than 38 significant digits in a Number');
  }
  return { negative: sign === '-', digits, exponent };
}

function formatNumber({ negative, digits, exponent }: Decimal): string {
  if (digits === '') return '0';
  return (negative ? '-' : '') + plain(digits, exponent);
}

function plain(digits: string, exponent: number): string {
  if (exponent <= 0) return `0.${'0'.repeat(-exponent)}${digits}`;
  if (digits.length <= exponent) return digits.padEnd(exponent, '0');
  return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

function toBigInt({ negative, digits, exponent }: Decimal, scale: number): bigint {
  if (digits === '') return 0n;
  const value = BigInt(digits) * 10n ** BigInt(exponent - digits.length - scale);
  return negative ? -value : value;
}
