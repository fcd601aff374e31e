/** What a schema found, said as LINE says it: a message and `messages[0].contents.body.contents[2].text`. */
import type { z } from 'zod';

export interface LimitProblem {
  message: string;
  /** Where, from the request body on. */
  property: string;
}

function at(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, root);
}

function wording(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'must be specified' : `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be one of the following values: [${issue.values.map(String).join(', ')}]`;
    case 'invalid_union':
      return issue.input === undefined ? 'must be specified' : 'invalid type in this place';
    case 'too_small':
      if (Number(issue.minimum) === 1 && issue.message.startsWith('Too small')) return 'May not be empty';
      return issue.message.startsWith('Too small') ? `must be at least ${issue.minimum}` : issue.message;
    case 'too_big':
      return `must be at most ${issue.maximum}`;
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return issue.message;
    default:
      return issue satisfies never;
  }
}

/** @param root name of what was checked, `messages`, or '' for the body itself. */
export function problemsOf(root: string, issues: readonly z.core.$ZodIssue[]): LimitProblem[] {
  return issues.flatMap((issue): LimitProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        message: 'unknown field',
        property: at(root, [...issue.path, key]),
      }));
    }
    return [{ message: wording(issue), property: at(root, issue.path) }];
  });
}

/** Whether the only fault is plain http on this machine, which the simulator can show and LINE cannot. */
export function isLoopbackOnly(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'custom' && issue.params?.['loopback'] === true;
}
