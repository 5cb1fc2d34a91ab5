import { describe, expect, it } from 'vitest';
import { enforce } from './constraints.ts';

const rules = {
  logGroupName: { required: true, minLength: 1, maxLength: 5, pattern: /^[\w]+$/ },
  'logEvents.member.message': { minLength: 1 },
  memorySize: { min: 128 },
};

describe('constraints', () => {
  it('let pass what keeps them, and members that are absent', () => {
    expect(() => enforce({ logGroupName: 'a' }, rules)).not.toThrow();
  });

  it("say what is wrong in AWS's words", () => {
    expect(() => enforce({ logGroupName: 'a', MemorySize: 1 }, rules)).toThrow(
      "1 validation error detected: Value '1' at 'memorySize' failed to satisfy constraint: Member must have value greater than or equal to 128",
    );
  });

  it('name a missing member as null', () => {
    expect(() => enforce({}, rules)).toThrow(
      "1 validation error detected: Value null at 'logGroupName' failed to satisfy constraint: Member must not be null",
    );
  });

  it('collect every violation, also inside lists', () => {
    expect(() =>
      enforce(
        { logGroupName: 'to long', logEvents: [{ message: 'x' }, { message: '' }] },
        rules,
        'InvalidParameterException',
      ),
    ).toThrow(
      "3 validation errors detected: Value 'to long' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w]+; Value 'to long' at 'logGroupName' failed to satisfy constraint: Member must have length less than or equal to 5; Value '' at 'logEvents.2.member.message' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  });
});
